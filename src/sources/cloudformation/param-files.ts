import { readFile } from "node:fs/promises";
import { parseTemplateJson } from "../../languages/cloudformation/parse-template-json.ts";
import { readTemplateYaml } from "../../languages/cloudformation/read-template-yaml.ts";
import { memberOf, scalarText, valueText } from "../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../languages/cloudformation/template-node.ts";
import { ConfigError } from "../../model/errors.ts";
import type { Value } from "../../model/value.ts";
import { decodeText } from "../decode-text.ts";

/**
 * Values of parameters, of later files before those of earlier ones: the list of ParameterKey and ParameterValue that the
 * command line of AWS takes, the Parameters of a CodePipeline configuration, the parameters of a deployment file of Git
 * sync, an object of names and values, a list of `Name=Value`; as JSON or YAML. Pseudo parameters may be among them (`AWS::Region`).
 * Throws a ConfigError for a file that cannot be read.
 */
export async function readParamFiles(paths: readonly string[]): Promise<ReadonlyMap<string, Value>> {
  const values = new Map<string, Value>();
  for (const path of paths) {
    // the parameters of Bicep are in a language of its own
    if (path.endsWith(".bicepparam")) continue;
    for (const [name, value] of valuesOf(await parseFile(path), path)) values.set(name, value);
  }
  return values;
}

async function parseFile(path: string): Promise<TemplateNode> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw failure(
      `--param-file ${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
    );
  });
  const text = decodeText(bytes);
  const { root, problems } = /^\s*[[{]/u.test(text) ? parseTemplateJson(text) : await readTemplateYaml(text);
  if (root === undefined) {
    throw failure(`--param-file ${path}: ${problems[0]?.message ?? "the file is empty"}`);
  }
  return root;
}

function valuesOf(root: TemplateNode, path: string): readonly (readonly [string, Value])[] {
  // a file for ARM, which the other sources leave alone
  if (scalarText(memberOf(root, "$schema")) !== undefined) return [];
  const isDeployment = memberOf(root, "template-file-path") !== undefined;
  const node =
    memberOf(root, isDeployment ? "parameters" : "Parameters") ?? (isDeployment ? undefined : root);
  if (node === undefined) return [];
  if (node.kind === "map") {
    return [...node.entries].map(([name, { value }]) => [name, valueOf(value, name, path)]);
  }
  if (node.kind !== "list") throw failure(`--param-file ${path}: holds no values of parameters`);
  return node.items.flatMap((item) => listed(item, path));
}

function listed(item: TemplateNode, path: string): readonly (readonly [string, Value])[] {
  const text = scalarText(item);
  const split = text?.indexOf("=") ?? -1;
  if (text !== undefined && split > 0) return [[text.slice(0, split), text.slice(split + 1)]];
  const name = scalarText(memberOf(item, "ParameterKey"));
  if (name === undefined) throw failure(`--param-file ${path}: an item of the list has no ParameterKey`);
  const value = memberOf(item, "ParameterValue");
  return value === undefined ? [] : [[name, valueOf(value, name, path)]];
}

function valueOf(node: TemplateNode, name: string, path: string): Value {
  const text = valueText(node);
  if (text !== undefined) return text;
  if (node.kind === "list") return node.items.map((item) => valueOf(item, name, path));
  throw failure(`--param-file ${path}: the value of ${name} is neither text nor a list`);
}

function failure(message: string): ConfigError {
  return new ConfigError([{ code: "usage", message }]);
}
