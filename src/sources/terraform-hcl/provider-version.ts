import { join } from "node:path";
import type { Block, Expression } from "../../languages/hcl/ast.ts";
import type { ModuleConfig } from "../../languages/hcl/evaluator/module-config.ts";
import { parseHcl } from "../../languages/hcl/parse-hcl.ts";
import { readText } from "../terraform/folder/read-module.ts";
import type { ScanRoot } from "../scan-root.ts";
import { allowsMajor } from "./version-constraint.ts";

/**
 * Whether the arguments of hashicorp/aws 5 hold for a configuration: `certain` when nothing else can be installed,
 * `possible` when other versions can be as well, `no` when version 5 cannot be or the provider is another one.
 */
export type ProviderFit = "certain" | "possible" | "no";

const MAJOR = 5;
/** What has been or may soon be. */
const MAJORS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * The first numbers of the versions of hashicorp/aws that can be installed, by lock file and `required_providers`; none
 * when the provider is another one. The folder is that of the root module.
 */
export function majorsOfProvider(
  folder: string,
  root: ScanRoot,
  modules: readonly ModuleConfig[],
): readonly number[] {
  const locked = lockedVersion(folder, root);
  if (locked !== undefined) return [Number.parseInt(locked, 10)];
  const requirements = modules.flatMap(requirementsOf);
  if (requirements.some(({ source }) => source !== undefined && !/(?:^|\/)hashicorp\/aws$/u.test(source))) {
    return [];
  }
  const constraints = requirements.flatMap(({ version }) => version ?? []);
  return MAJORS.filter((major) => allowsMajor(constraints, major));
}

export function fitOfProvider(majors: readonly number[]): ProviderFit {
  if (!majors.includes(MAJOR)) return "no";
  return majors.length > 1 ? "possible" : "certain";
}

function lockedVersion(folder: string, root: ScanRoot): string | undefined {
  const text = readText(join(folder, ".terraform.lock.hcl"), root);
  if (typeof text !== "string") return undefined;
  const { body } = parseHcl(text, ".terraform.lock.hcl");
  const entry = body.blocks.find(
    ({ type, labels }) => type === "provider" && labels[0]?.value.endsWith("/hashicorp/aws") === true,
  );
  return textOf(entry?.body.attributes.get("version")?.value);
}

interface Requirement {
  readonly source: string | undefined;
  readonly version: string | undefined;
}

function requirementsOf({ files }: ModuleConfig): readonly Requirement[] {
  return files.flatMap(({ body }) => body.blocks.flatMap(requirementsIn));
}

function requirementsIn({ type, labels, body }: Block): readonly Requirement[] {
  if (type === "terraform") {
    const blocks = body.blocks.filter((block) => block.type === "required_providers");
    const written = blocks.map((block) => block.body.attributes.get("aws")?.value);
    // in JSON they are an object
    const json = body.attributes.get("required_providers")?.value;
    return [...written, itemOf(json, "aws")].flatMap((value) =>
      value === undefined ? [] : [requirementOf(value)],
    );
  }
  // as Terraform 0.12 had it
  const version = textOf(body.attributes.get("version")?.value);
  const isAws = type === "provider" && labels[0]?.value === "aws";
  return isAws && version !== undefined ? [{ source: undefined, version }] : [];
}

function requirementOf(value: Expression): Requirement {
  if (value.kind !== "object") return { source: undefined, version: textOf(value) };
  return { source: textOf(itemOf(value, "source")), version: textOf(itemOf(value, "version")) };
}

function itemOf(value: Expression | undefined, name: string): Expression | undefined {
  if (value?.kind !== "object") return undefined;
  return value.items.find(({ key }) => (key.kind === "key-name" ? key.name : textOf(key)) === name)?.value;
}

function textOf(expression: Expression | undefined): string | undefined {
  return expression?.kind === "string" ? expression.value : undefined;
}
