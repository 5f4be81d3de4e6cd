import { describe, expect, it } from "vitest";
import { checkStatements } from "../../src/config/check-statements.ts";
import type { Config, DeclaredAlternative, DeclaredAttestation } from "../../src/config/config.ts";
import { listControls } from "../../src/commands/select-frameworks.ts";
import { bundledRuleset } from "../../src/ruleset/bundled-ruleset.ts";

const CONTROLS = listControls(bundledRuleset().controls);
const location = { file: "genoscan.yaml", line: 4, column: 5 };

function attestation(more: Partial<DeclaredAttestation> = {}): DeclaredAttestation {
  return { control: "164.308(a)(2)", owner: "Jane", date: "2026-01-15", statement: "s", location, ...more };
}

function alternative(control: string, more: Partial<DeclaredAlternative> = {}): DeclaredAlternative {
  return { control, owner: "Jane", date: "2026-01-15", reason: "r", document: "d", location, ...more };
}

function check(config: Partial<Pick<Config, "attestations" | "alternatives">>, controls = CONTROLS) {
  return checkStatements({ attestations: [], alternatives: [], ...config }, controls, "2026-06-01");
}

describe("checkStatements", () => {
  it("finds the controls of statements", () => {
    const { attestations, alternatives, problems } = check({
      attestations: [attestation(), attestation({ control: "00.a" })],
      alternatives: [alternative("164.312(a)(2)(iii)")],
    });
    expect(problems).toEqual([]);
    expect(attestations.map(({ control }) => control)).toEqual([
      { framework: "hipaa", id: "164.308(a)(2)" },
      { framework: "hitrust", id: "00.a" },
    ]);
    expect(alternatives).toEqual([
      {
        control: { framework: "hipaa", id: "164.312(a)(2)(iii)" },
        told: { owner: "Jane", date: "2026-01-15", reason: "r", document: "d", location },
      },
    ]);
  });

  it.each([
    [
      "a control that does not exist",
      attestation({ control: "164.308(a)(22)" }),
      'the attestation names the control "164.308(a)(22)", which does not exist; did you mean "164.308(a)(2)"?',
    ],
    [
      "a control of another framework",
      attestation({ framework: "genomics" }),
      'the attestation names the control "164.308(a)(2)" of genomics, which does not exist; genoscan list controls shows them',
    ],
    [
      "a day that has not come",
      attestation({ date: "2026-06-02" }),
      "the attestation of 164.308(a)(2) is of 2026-06-02, which has not come",
    ],
    [
      "an end before its day",
      attestation({ expires: "2026-01-14" }),
      "the attestation of 164.308(a)(2) expires on 2026-01-14, before its own day, 2026-01-15",
    ],
  ])("refuses an attestation with %s", (_, written, message) => {
    expect(check({ attestations: [written] }).problems).toEqual([
      { code: "config-invalid", message, location },
    ]);
  });

  it.each([
    [
      "a required specification",
      "164.312(a)(2)(i)",
      "164.312(a)(2)(i) (Unique user identification) is required; only an addressable specification may have a documented alternative (45 CFR 164.306(d)(3))",
    ],
    [
      "a control of another framework",
      "01.c",
      'the alternative names the control "01.c" of hipaa, which does not exist; genoscan list controls shows them',
    ],
  ])("refuses an alternative for %s", (_, control, message) => {
    expect(check({ alternatives: [alternative(control)] }).problems).toEqual([
      { code: "config-invalid", message, location },
    ]);
  });

  it("an id that two frameworks have needs its framework", () => {
    const one = { id: "1", title: "T", evidence: "manual" } as const;
    const both = [{ ...one, framework: "hipaa" } as const, { ...one, framework: "hitrust" } as const];
    const written = attestation({ control: "1" });
    expect(check({ attestations: [written] }, both).problems).toMatchObject([
      { message: 'hipaa and hitrust both have a control "1"; add framework: hipaa, or the other' },
    ]);
    expect(check({ attestations: [{ ...written, framework: "hitrust" }] }, both)).toMatchObject({
      problems: [],
      attestations: [{ control: { framework: "hitrust" } }],
    });
  });
});
