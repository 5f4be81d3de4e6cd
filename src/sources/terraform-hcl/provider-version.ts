import { join } from "node:path";
import type { Expression } from "../../languages/hcl/ast.ts";
import type { ModuleConfig } from "../../languages/hcl/evaluator/module-config.ts";
import { parseHcl } from "../../languages/hcl/parse-hcl.ts";
import { readText } from "./read-module.ts";
import type { ScanRoot } from "./scan-root.ts";
import { allowsMajor } from "./version-constraint.ts";

/**
 * Whether the arguments of hashicorp/aws 5 hold for a configuration: `certain` when nothing else can be installed,
 * `possible` when other versions can be as well, `no` when version 5 cannot be or the provider is another one.
 */
export type ProviderFit = "certain" | "possible" | "no";

const MAJOR = 5;
/** What has been or may soon be. */
const OTHERS = [1, 2, 3, 4, 6, 7, 8, 9];

/** What lock file and `required_providers` say; the folder is that of the root module. */
export function fitOfProvider(folder: string, root: ScanRoot, modules: readonly ModuleConfig[]): ProviderFit {
  const locked = lockedVersion(folder, root);
  if (locked !== undefined) return locked.startsWith(`${String(MAJOR)}.`) ? "certain" : "no";
  const requirements = modules.flatMap(requirementsOf);
  if (requirements.some(({ source }) => source !== undefined && !/(?:^|\/)hashicorp\/aws$/u.test(source))) {
    return "no";
  }
  const constraints = requirements.flatMap(({ version }) => version ?? []);
  if (!allowsMajor(constraints, MAJOR)) return "no";
  return OTHERS.some((major) => allowsMajor(constraints, major)) ? "possible" : "certain";
}

function lockedVersion(folder: string, root: ScanRoot): string | undefined {
  const text = readText(join(folder, ".terraform.lock.hcl"), root);
  if (typeof text !== "string") return undefined;
  const { body } = parseHcl(text, ".terraform.lock.hcl");
  const entry = body.blocks.find(
    ({ type, labels }) => type === "provider" && /\/hashicorp\/aws$/u.test(labels[0]?.value ?? ""),
  );
  return textOf(entry?.body.attributes.get("version")?.value);
}

interface Requirement {
  readonly source: string | undefined;
  readonly version: string | undefined;
}

function requirementsOf({ files }: ModuleConfig): readonly Requirement[] {
  const requirements: Requirement[] = [];
  for (const { body } of files) {
    for (const block of body.blocks) {
      if (block.type === "terraform") {
        for (const inner of block.body.blocks) {
          const required = inner.type === "required_providers" ? inner.body.attributes.get("aws") : undefined;
          if (required !== undefined) requirements.push(requirementOf(required.value));
        }
      }
      // as Terraform 0.12 had it
      if (block.type === "provider" && block.labels[0]?.value === "aws") {
        const version = textOf(block.body.attributes.get("version")?.value);
        if (version !== undefined) requirements.push({ source: undefined, version });
      }
    }
  }
  return requirements;
}

function requirementOf(value: Expression): Requirement {
  if (value.kind !== "object") return { source: undefined, version: textOf(value) };
  const held = (name: string) =>
    textOf(value.items.find(({ key }) => (key.kind === "key-name" ? key.name : textOf(key)) === name)?.value);
  return { source: held("source"), version: held("version") };
}

function textOf(expression: Expression | undefined): string | undefined {
  return expression?.kind === "string" ? expression.value : undefined;
}
