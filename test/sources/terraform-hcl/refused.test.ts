import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadFolder } from "../../../src/sources/terraform-hcl/load-folder.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";
import { openFolder } from "./open-folder.ts";

interface Refused {
  readonly name: string;
  readonly errors: readonly {
    readonly summary: string;
    readonly detail: string;
    readonly file?: string;
    readonly line: number;
    readonly column: number;
  }[];
}

const FIXTURE = "fixtures/terraform-configurations";
const recorded = JSON.parse(readFileSync(`${FIXTURE}/expected.json`, "utf8")) as {
  readonly configurations: readonly Partial<Refused>[];
};
const refused = recorded.configurations.filter((each): each is Refused => each.errors !== undefined);

/** These become unknowns, each with its reason: the name may come from a file that is not here, or only apply tells. */
const UNKNOWN = new Map([
  ["refused-cycle-of-locals", /local\.[ab] depends on itself/],
  ["refused-missing-local", /local\.nope is not declared/],
  ["refused-missing-variable", /var\.nope is not declared/],
  ["refused-missing-resource", /terraform_data\.nope is not declared/],
  ["refused-missing-data-source", /data\.aws_region\.nope is not declared/],
  ["refused-missing-module", /module\.nope is not declared/],
  ["refused-missing-attribute", /known after apply/],
  ["refused-cycle-of-resources", /known after apply/],
  ["refused-unknown-count", /how many there are is not known/],
  ["refused-unknown-for-each", /how many there are is not known/],
  ["refused-unknown-function", /uper/],
]);
/** What the provider's other versions may allow, or what does no harm to a verdict. */
const SILENT = new Set(["refused-for-each-over-sensitive-keys", "refused-data-type"]);

async function diagnose(name: string) {
  const { diagnostics } = await loadFolder(`${FIXTURE}/${name}`, {
    settings: DEFAULT_SETTINGS,
    idPrefix: "",
  });
  return diagnostics;
}

describe("configurations that Terraform refuses", () => {
  const told = refused.filter(({ name }) => !UNKNOWN.has(name) && !SILENT.has(name));

  it.each(told)("$name is told where Terraform tells it", async ({ name, errors }) => {
    const places = (await diagnose(name)).map(
      ({ location }) => `${location?.file ?? ""}:${String(location?.line)}`,
    );
    const expected = errors.flatMap(({ file, line }) =>
      file === undefined ? [] : [`${FIXTURE}/${name}/${file}:${String(line)}`],
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(places).toEqual(expect.arrayContaining(expected));
  });

  const schema = told.filter(({ errors }) =>
    errors.some(({ summary }) => /argument$|block type| blocks$|resource type|unconfigurable/u.test(summary)),
  );

  it.each(schema.filter(({ name }) => !/count|for-each|type$/u.test(name)))(
    "$name is told in its words",
    async ({ name, errors }) => {
      const [error] = errors;
      const [diagnostic] = await diagnose(name);
      expect(diagnostic?.level).toBe("error");
      expect(diagnostic?.message).toContain(error?.summary);
      expect(diagnostic?.message).toContain(error?.detail.replace(/ based on the result.*$/u, "."));
    },
  );

  it.each([...UNKNOWN])("%s becomes an unknown that says why", (name, reason) => {
    const { resources } = openFolder(`${FIXTURE}/${name}`);
    const reasons = resources.flatMap((instance) => [
      instance.uncertain ?? "",
      instance.attributes().get("input")?.unknown?.reason ?? "",
    ]);
    expect(reasons.join("\n")).toMatch(reason);
  });

  const undeclared = refused.filter(({ errors }) =>
    errors.some(({ summary }) => summary.startsWith("Reference to undeclared")),
  );

  it.each(undeclared)("$name is told in its words, where the reference begins", async ({ name, errors }) => {
    const [error] = errors;
    const told = (await diagnose(name)).find(({ code }) => code === "terraform-undeclared-reference");
    expect(told?.message).toContain(`${error?.summary ?? ""}: ${error?.detail ?? ""}`);
    expect([told?.level, told?.location?.line, told?.location?.column]).toEqual([
      "error",
      error?.line,
      error?.column,
    ]);
  });

  it("is every one of the recorded ones", () => {
    const names = new Set(refused.map(({ name }) => name));
    expect([...UNKNOWN.keys(), ...SILENT].filter((name) => !names.has(name))).toEqual([]);
  });
});
