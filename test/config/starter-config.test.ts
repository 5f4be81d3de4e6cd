import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import schema from "../../schemas/config.schema.json" with { type: "json" };
import { DEFAULT_ROLES } from "../../src/config/default-roles.ts";
import { starterConfig } from "../../src/config/starter-config.ts";
import { checkDocument } from "../../src/documents/check-document.ts";
import { bundledRuleset } from "../../src/ruleset/bundled-ruleset.ts";

const { parameters } = bundledRuleset();
const text = starterConfig(parameters);
/** Examples are comments that begin with a key or an indented line; sentences begin with a capital letter. */
const uncommented = text
  .split("\n")
  .filter((line) => /^# {2,}|^# [a-z][\w-]*:( |$)/.test(line))
  .map((line) => line.slice(2))
  .join("\n");

describe("starterConfig", () => {
  it("says nothing until something is taken out of its comment", () => {
    expect(text.split("\n").every((line) => line === "" || line.startsWith("#"))).toBe(true);
  });

  it("is right when every example is taken out of its comment", () => {
    expect(checkDocument("genoscan.yaml", uncommented, schema).problems).toEqual([]);
  });

  it("has every key that the schema has", () => {
    const { value } = checkDocument("genoscan.yaml", uncommented, schema);
    expect(Object.keys(value as object).toSorted()).toEqual(Object.keys(schema.properties).toSorted());
  });

  it("and so has its documentation", () => {
    const page = readFileSync("docs/configuration.md", "utf8");
    const documented = [...page.matchAll(/^\| `([\w-]+)` +\|/gm)].map(([, key]) => key ?? "");
    expect(documented.toSorted()).toEqual(Object.keys(schema.properties).toSorted());
  });

  it("shows the defaults that hold", () => {
    const { value } = checkDocument("genoscan.yaml", uncommented, schema);
    const { params, roles } = value as { params: object; roles: Record<string, { words?: string[] }> };
    expect(params).toEqual(
      Object.fromEntries(
        Object.entries(parameters).flatMap(([name, one]) => ("default" in one ? [[name, one.default]] : [])),
      ),
    );
    expect(roles["intake"]?.words).toEqual(DEFAULT_ROLES.intake.words);
    expect(roles["ledger"]?.words).toEqual(DEFAULT_ROLES.ledger.words);
  });
});
