import { readFile } from "node:fs/promises";
import { ExpressionReader } from "../../languages/arm/json/expression-reader.ts";
import { membersOf, textAt, valueOf } from "../../languages/arm/json/json-members.ts";
import { JsonSyntaxError, parseArmJson } from "../../languages/arm/json/parse-arm-json.ts";
import type { JsonNode } from "../../languages/arm/json/parse-arm-json.ts";
import { readParameterValue } from "../../languages/arm/json/read-resources.ts";
import { SourceText } from "../../languages/arm/source-text.ts";
import type { ParameterDeclaration, Template } from "../../languages/arm/template.ts";
import { ConfigError } from "../../model/errors.ts";
import { decodeText } from "../decode-text.ts";

/**
 * The values of parameters in a file for ARM: `{"$schema": "…deploymentParameters.json#", "parameters": {"x": {"value": …}}}`,
 * as a template whose defaults they are. Nothing for a file of another kind. Throws a ConfigError for one that cannot be read.
 */
async function readParamFile(path: string): Promise<Template | undefined> {
  if (path.endsWith(".bicepparam")) return undefined;
  const bytes = await readFile(path).catch((error: unknown) => {
    throw failure(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  });
  const text = decodeText(bytes);
  if (!/^\s*(?:\{|\/[/*])/u.test(text)) return undefined;
  const source = new SourceText(path, text);
  const root = parse(source);
  return looksLikeParameters(root) ? parametersOf(root, source) : undefined;
}

/** The parameter files of a command line, of later files before those of earlier ones. */
export async function readParamFiles(paths: readonly string[]): Promise<readonly Template[]> {
  const templates: Template[] = [];
  for (const path of paths) {
    const template = await readParamFile(path);
    if (template !== undefined) templates.push(template);
  }
  return templates;
}

function parse(source: SourceText): JsonNode {
  try {
    return parseArmJson(source.text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const { line = 1, column = 1 } = source.locate(error.start);
    throw failure(`${source.path}:${String(line)}:${String(column)}: ${error.message}`);
  }
}

/** Files for CloudFormation are JSON as well, and have neither the schema nor values in objects. */
function looksLikeParameters(root: JsonNode): boolean {
  const schema = textAt(root, "$schema");
  if (schema !== undefined) return /deploymentParameters\.json/iu.test(schema);
  const parameters = membersOf(valueOf(root, "parameters"));
  return parameters.length > 0 && parameters.every(({ value }) => value.kind === "object");
}

function parametersOf(root: JsonNode, source: SourceText): Template {
  const reader = new ExpressionReader(source);
  const parameters = new Map<string, ParameterDeclaration>();
  for (const member of membersOf(valueOf(root, "parameters"))) {
    parameters.set(member.key.toLowerCase(), {
      ...reader.at(member),
      name: member.key,
      type: { type: "any" },
      defaultValue: readParameterValue(member.value, reader),
    });
  }
  return {
    ...reader.at(root),
    scope: undefined,
    symbolic: false,
    parameters,
    variables: new Map(),
    functions: new Map(),
    types: new Map(),
    resources: [],
    outputs: new Map(),
    problems: reader.problems,
  };
}

function failure(message: string): ConfigError {
  return new ConfigError([{ code: "usage", message: `--param-file ${message}` }]);
}
