import type { Expression, Written } from "../../arm/expression.ts";
import { JsonSyntaxError, parseArmJson } from "../../arm/json/parse-arm-json.ts";
import type { JsonNode } from "../../arm/json/parse-arm-json.ts";
import { SourceText } from "../../arm/source-text.ts";
import type { TemplateNode } from "../../cloudformation/template-node.ts";
import type * as ast from "../ast.ts";
import { textOf } from "./text-of.ts";
import type { BicepHost, LoadedText, Refused } from "./host.ts";
import type { Context, Lowering } from "./lowering.ts";
import { selectByPath } from "./select-by-path.ts";

export type LoadFunction =
  "loadTextContent" | "loadFileAsBase64" | "loadJsonContent" | "loadYamlContent" | "loadDirectoryFileInfo";

/** What a file holds, where Bicep puts it when it compiles. */
export function loadContent(
  lowering: Lowering,
  name: LoadFunction,
  args: readonly ast.Expression[],
  context: Context,
  at: Written,
): Expression {
  const [path, second, third] = args.map((argument) => constantText(argument, context));
  const { host } = lowering;
  const { file } = context.scope;
  if (path === undefined) return lowering.unsettled(`${name} takes the path of a file as plain text`, at);
  switch (name) {
    case "loadTextContent": {
      const loaded = host.text(path, file, second);
      if ("refused" in loaded) return refused(lowering, loaded, name, at);
      return { kind: "literal", value: loaded.text, ...at };
    }
    case "loadFileAsBase64": {
      const loaded = host.base64(path, file);
      if (typeof loaded !== "string") return refused(lowering, loaded, name, at);
      return { kind: "literal", value: loaded, ...at };
    }
    case "loadDirectoryFileInfo": {
      const found = host.files(path, file, second);
      if ("refused" in found) return refused(lowering, found, name, at);
      return { kind: "array", items: found.map((inner) => fileInfo(inner, at)), ...at };
    }
    case "loadJsonContent":
    case "loadYamlContent": {
      const loaded = host.text(path, file, third);
      if ("refused" in loaded) return refused(lowering, loaded, name, at);
      const data = readData(lowering, name, loaded, args.length < 2 ? "" : second);
      return "refused" in data ? refused(lowering, data, name, at) : data;
    }
  }
}

/** The data in a file, or the part of it at a path. */
function readData(
  { host }: Lowering,
  name: "loadJsonContent" | "loadYamlContent",
  { path: shown, text }: LoadedText,
  path: string | undefined,
): Expression | Refused {
  const root = name === "loadJsonContent" ? readJson(text) : readYaml(host, text);
  if ("refused" in root) return { refused: `${shown} cannot be read: ${root.refused}` };
  const part = path === "" ? root : selectByPath(root, path);
  if (part === undefined) {
    return { refused: `the path ${path ?? ""} leads to nothing that is found in ${shown}` };
  }
  return dataOf(part, new SourceText(shown, text));
}

function readJson(text: string): JsonNode | Refused {
  try {
    return parseArmJson(text);
  } catch (error) {
    if (error instanceof JsonSyntaxError) return { refused: error.message };
    throw error;
  }
}

function readYaml(host: BicepHost, text: string): JsonNode | Refused {
  const parsed = host.parseYaml(text);
  if ("refused" in parsed) return parsed;
  const [problem] = parsed.problems;
  if (problem !== undefined) return { refused: problem.message };
  return parsed.root === undefined ? { refused: "it is empty" } : jsonOf(parsed.root);
}

function jsonOf(node: TemplateNode): JsonNode {
  const { offset: start } = node;
  switch (node.kind) {
    case "scalar":
      // yes and off are words to the YAML that Bicep reads
      return { kind: "scalar", value: node.word ?? node.value, start };
    case "list":
      return { kind: "array", items: node.items.map(jsonOf), start };
    case "map": {
      const members = [...node.entries].map(([key, { keyOffset, value }]) => ({
        key,
        value: jsonOf(value),
        start: keyOffset,
      }));
      return { kind: "object", members, start };
    }
    case "conflict":
      // one of those is told as a problem of the file, which is not read then
      return { kind: "scalar", value: null, start };
  }
}

function refused(
  lowering: Lowering,
  { refused: reason }: Refused,
  name: LoadFunction,
  at: Written,
): Expression {
  lowering.tell("bicep-load", "gap", `${name}: ${reason}`, at);
  return lowering.unsettled(reason, at, { identity: `${name} (${reason})` });
}

/** A text that is there when Bicep compiles: written at the place, or the value of a variable. */
function constantText(node: ast.Expression, { scope, locals }: Context): string | undefined {
  if (node.kind === "text") return textOf(node);
  if (node.kind !== "variable" || locals !== undefined) return undefined;
  const symbol = scope.symbols.get(node.name);
  return symbol?.kind === "var" && symbol.statement.value.kind === "text"
    ? textOf(symbol.statement.value)
    : undefined;
}

function fileInfo(path: string, at: Written): Expression {
  const baseName = path.slice(path.lastIndexOf("/") + 1);
  const extension = /\.[^.]*$/u.exec(baseName)?.[0] ?? "";
  return {
    kind: "object",
    members: Object.entries({ relativePath: path, baseName, extension }).map(([key, value]) => ({
      kind: "member",
      key: { kind: "literal", value: key, ...at },
      value: { kind: "literal", value, ...at },
      ...at,
    })),
    ...at,
  };
}

/** Data with its own places, so that a finding points into the file that says it. */
function dataOf(node: JsonNode, source: SourceText): Expression {
  const at = { source, start: node.start };
  switch (node.kind) {
    case "scalar":
      return { kind: "literal", value: node.value, ...at };
    case "array":
      return { kind: "array", items: node.items.map((item) => dataOf(item, source)), ...at };
    case "object":
      return {
        kind: "object",
        members: node.members.map(({ key, value, start }) => ({
          kind: "member",
          key: { kind: "literal", value: key, source, start },
          value: dataOf(value, source),
          source,
          start,
        })),
        ...at,
      };
  }
}
