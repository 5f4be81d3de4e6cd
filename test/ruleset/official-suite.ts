import { readFileSync } from "node:fs";
import type { Value } from "../../src/model/value.ts";

/** The package of the registry that carries the suite; the drafts after 4 are in no package. */
const FOLDER = "node_modules/json-schema-test-suite/tests/draft4";

/** The keywords of the rule language that mean in 2020-12 what they meant in draft 4. */
const FILES = [
  "additionalProperties",
  "allOf",
  "anyOf",
  "enum",
  "items",
  "maxItems",
  "maxLength",
  "maxProperties",
  "maximum",
  "minItems",
  "minLength",
  "minProperties",
  "minimum",
  "multipleOf",
  "not",
  "oneOf",
  "pattern",
  "properties",
  "required",
  "type",
  "uniqueItems",
];

export interface OfficialCase {
  /** `items: a schema given for items`. */
  readonly name: string;
  readonly schema: unknown;
  readonly tests: readonly { readonly description: string; readonly data: Value; readonly valid: boolean }[];
}

interface Group extends Omit<OfficialCase, "name"> {
  readonly description: string;
}

/** The official tests of the supported keywords. */
export const OFFICIAL_CASES: readonly OfficialCase[] = FILES.flatMap((file) => {
  const groups = JSON.parse(readFileSync(`${FOLDER}/${file}.json`, "utf8")) as readonly Group[];
  return groups.map(({ description, schema, tests }) => ({ name: `${file}: ${description}`, schema, tests }));
});
