import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../config/config.ts";
import { FACTS } from "../facts/catalogue.ts";
import { RuleError } from "../model/errors.ts";
import { joinPointer } from "../model/pointer.ts";
import { factVocabulary } from "../ruleset/loading/fact-vocabulary.ts";
import { bundledRuleset } from "../ruleset/bundled-ruleset.ts";
import { compileRuleset } from "../ruleset/compile-ruleset.ts";
import type { RulesetFile } from "../ruleset/load-ruleset.ts";
import type { Ruleset, RulesetDocument } from "../ruleset/ruleset.ts";
import type { RulesetArguments } from "./arguments.ts";
import { parseParams } from "./parse-params.ts";

export interface LoadedRules {
  readonly ruleset: Ruleset;
  /** What the ruleset was compiled from: the clauses and parameters as they are written. */
  readonly document: RulesetDocument;
}

/**
 * The rules that are shipped and those of the site, with parameters bound. Throws a RuleError or a ConfigError with all
 * that is wrong.
 */
export async function loadRules(args: RulesetArguments, config: Config): Promise<LoadedRules> {
  let document = bundledRuleset();
  for (const folder of [...config.ruleFolders, ...(args.rules ?? [])]) {
    document = await addFolder(document, folder);
  }
  const given = parseParams(args.param, document.parameters);
  const ruleset = compileRuleset(document, { ...config.params, ...given }, (name) =>
    Object.hasOwn(given, name) ? undefined : config.locate(joinPointer("/params", name)),
  );
  return { ruleset, document };
}

async function addFolder(base: RulesetDocument, folder: string): Promise<RulesetDocument> {
  // yaml and ajv are loaded for the rules of a site alone
  const { loadRuleset } = await import("../ruleset/load-ruleset.ts");
  return loadRuleset(await readFolder(folder), { folder, base, knownFacts: factVocabulary(FACTS) });
}

async function readFolder(folder: string): Promise<readonly RulesetFile[]> {
  try {
    const names = await readdir(folder, { recursive: true });
    const paths = names.filter((name) => /\.ya?ml$/.test(name)).map((name) => join(folder, name));
    if (paths.length > 0) {
      return await Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, "utf8") })));
    }
  } catch (cause) {
    const message = `cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new RuleError([{ code: "rule-unreadable", message, location: { file: folder } }], { cause });
  }
  const message = "there is no rule in this folder; a rule is a file such as aws/s3/report-object-lock.yaml";
  throw new RuleError([{ code: "rule-unreadable", message, location: { file: folder } }]);
}
