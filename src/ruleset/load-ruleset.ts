// yaml and ajv cost 30 ms each at a start: this file is reached by dynamic import only

import { createHash } from "node:crypto";
import { RuleError } from "../model/errors.ts";
import { typeList } from "./clause.ts";
import type { ControlCatalogueDocument } from "./control-catalogue-document.ts";
import { checkRuleFile } from "./load-rule.ts";
import { checkCatalogueFile } from "./loading/check-catalogue-file.ts";
import { checkParametersFile } from "./loading/check-parameters-file.ts";
import type { RuleContext } from "./loading/rule-context.ts";
import type { RuleProblem } from "./loading/rule-report.ts";
import type { ParametersDocument } from "./parameters-document.ts";
import type { RuleDocument } from "./rule-document.ts";
import type { RuleEntry, RulesetDocument } from "./ruleset.ts";

/** One YAML file of a rules folder. */
export interface RulesetFile {
  /** The path that messages name, with the folder: rules/aws/s3/a.yaml. */
  readonly path: string;
  readonly text: string;
}

export interface LoadOptions extends Pick<RuleContext, "folder" | "knownTypes" | "knownFacts"> {
  /** A checked ruleset that the files add to: its parameters and controls may be used, its rules stay. */
  readonly base?: RulesetDocument;
}

/**
 * Reads and checks the files of a rules folder: `parameters.yaml`, `controls/<framework>.yaml`, and a rule in each other
 * one. Throws a RuleError with all that is wrong with all of them.
 */
export function loadRuleset(files: readonly RulesetFile[], options: LoadOptions): RulesetDocument {
  const { base, folder } = options;
  const problems: RuleProblem[] = [];
  const sorted = files.toSorted((left, right) => (left.path < right.path ? -1 : 1));
  const parameters: Record<string, ParametersDocument[string]> = { ...base?.parameters };
  const controls: Record<string, ControlCatalogueDocument> = { ...base?.controls };
  const ruleFiles: RulesetFile[] = [];
  for (const file of sorted) {
    const name = file.path.slice(folder.length).replaceAll("\\", "/").replace(/^\/+/, "");
    if (name === "parameters.yaml") {
      const checked = checkParametersFile(file.path, file.text);
      problems.push(...checked.problems);
      Object.assign(parameters, checked.parameters);
    } else if (name.startsWith("controls/")) {
      const checked = checkCatalogueFile(file.path, file.text);
      problems.push(...checked.problems);
      if (checked.catalogue !== undefined) controls[checked.catalogue.framework] = checked.catalogue;
    } else ruleFiles.push(file);
  }
  // what rules cite comes first: every rule would complain of what is missing there
  if (problems.length > 0) throw new RuleError(problems);
  const context = { ...options, parameters, controls: controlIds(controls) };
  const own = loadRules(ruleFiles, context, base?.rules ?? []);
  const rules = [...(base?.rules ?? []), ...own];
  return { rules, parameters, controls, digest: digestOf(sorted, base?.digest) };
}

function loadRules(
  files: readonly RulesetFile[],
  context: RuleContext,
  base: readonly RuleEntry[],
): readonly RuleEntry[] {
  const checked = files.map(({ path, text }) => ({ path, ...checkRuleFile(path, text, context) }));
  const sound = checked.filter(({ problems }) => problems.length === 0);
  const rules = sound.map(({ path, rule }) => entryOf(path, rule));
  const problems = [...checked.flatMap((file) => file.problems), ...duplicateIds([...base, ...rules])];
  if (problems.length > 0) throw new RuleError(problems);
  return rules;
}

function entryOf(path: string, rule: RuleDocument): RuleEntry {
  const { id, title, severity, controls } = rule;
  return { path, id, types: typeList(rule.select.type), title, severity, controls, rule };
}

/** The ids of the controls of each framework, as a rule may cite them. */
function controlIds(controls: RulesetDocument["controls"]): RuleContext["controls"] {
  return Object.fromEntries(
    Object.entries(controls).map(([framework, catalogue]) => [
      framework,
      catalogue.controls.map(({ id }) => id),
    ]),
  );
}

/** a/b-c.yaml and a-b/c.yaml have one id. */
function duplicateIds(rules: readonly RuleEntry[]): readonly RuleProblem[] {
  const pathOf = new Map<string, string>();
  return rules.flatMap(({ path, id }): readonly RuleProblem[] => {
    const first = pathOf.get(id);
    if (first === undefined) pathOf.set(id, path);
    if (first === undefined) return [];
    const message = `"${id}" is the id of ${first} as well`;
    return [{ code: "rule-duplicate-id", message, location: { file: path } }];
  });
}

/** As for the rules that are shipped: over the paths and contents, each with its length. */
function digestOf(files: readonly RulesetFile[], base: string | undefined): string {
  const hash = createHash("sha256").update(base ?? "");
  for (const { path, text } of files) hash.update(`${path}\0${Buffer.byteLength(text)}\0`).update(text);
  return hash.digest("hex");
}
