import { readFileSync, readdirSync } from "node:fs";
import { parse } from "yaml";
import { DEFAULT_ROLES } from "../../src/config/default-roles.ts";
import type { Settings } from "../../src/model/settings.ts";
import type { ParametersDocument } from "../../src/ruleset/parameters-document.ts";
import type { RuleDocument } from "../../src/ruleset/rule-document.ts";

/** What a site without genoscan.yaml has. */
export const DEFAULT_SETTINGS: Settings = {
  clinics: {},
  account: undefined,
  trustedAccounts: [],
  organizations: [],
  customerManagedKeys: [],
  roles: DEFAULT_ROLES,
};

export const PARAMETERS = parse(readFileSync("rules/parameters.yaml", "utf8")) as ParametersDocument;

/** Every rule that is shipped, with the file that it stands in. */
export const RULES = readdirSync("rules", { recursive: true, encoding: "utf8" })
  .filter((name) => /^(aws|azure|general|kubernetes)\/.*\.yaml$/.test(name))
  .sort()
  .map((name) => ({
    path: `rules/${name}`,
    rule: parse(readFileSync(`rules/${name}`, "utf8")) as RuleDocument,
  }));
