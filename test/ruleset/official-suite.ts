import { readFileSync, readdirSync } from "node:fs";
import type { Value } from "../../src/model/value.ts";

const FOLDER = "fixtures/json-schema-test-suite";

export interface OfficialCase {
  /** `items: a schema given for items`. */
  readonly name: string;
  readonly schema: unknown;
  readonly tests: readonly { readonly description: string; readonly data: Value; readonly valid: boolean }[];
}

interface Group extends Omit<OfficialCase, "name"> {
  readonly description: string;
}

/** The official tests of the supported keywords. Without `$schema` and `$comment`: a rule has no use for them. */
export const OFFICIAL_CASES: readonly OfficialCase[] = readdirSync(FOLDER, {
  recursive: true,
  encoding: "utf8",
})
  .filter((name) => name.endsWith(".json"))
  .sort()
  .flatMap((name) => {
    const groups = JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8")) as readonly Group[];
    const file = name.replace(/\.json$/, "").replaceAll("\\", "/");
    return groups.map(({ description, schema, tests }) => ({
      name: `${file}: ${description}`,
      schema: withoutRemarks(schema),
      tests,
    }));
  });

function withoutRemarks(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutRemarks);
  const entries: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(
    entries
      .filter(([key]) => key !== "$schema" && key !== "$comment")
      .map(([key, part]) => [key, withoutRemarks(part)]),
  );
}
