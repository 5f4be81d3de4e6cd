import { describe, expect, it } from "vitest";
import type { ResultControl, ResultVerdict } from "../../src/model/result-document.ts";
import { rollUpControls } from "../../src/triage/roll-up-controls.ts";
import type { ControlBasis, ControlInScope } from "../../src/triage/roll-up-controls.ts";
import type { Alternative, Attestation } from "../../src/triage/statement.ts";

type Outcome = ResultVerdict["verdict"];

const TODAY = "2026-06-01";
const CONTROL: ControlInScope = { framework: "hipaa", id: "1", title: "T", evidence: "technical" };
const location = { file: "genoscan.yaml", line: 3 };

function verdicts(outcomes: readonly Outcome[], isWaived = false, control = "1"): ResultVerdict[] {
  return outcomes.map((verdict) => ({
    rule: `r${control}`,
    title: "t",
    severity: "high",
    verdict,
    controls: [{ framework: "hipaa", id: control }],
    message: "m",
    reasons: [],
    evidence: [],
    fingerprint: "f",
    ...(isWaived && {
      waiver: { kind: "comment", reason: "r", expires: "2027-01-01", location: { file: "main.tf" } },
    }),
  }));
}

const rule = (id = "1") => ({ id: `r${id}`, controls: [{ framework: "hipaa", id }] }) as const;

function basis(more: Partial<ControlBasis> = {}): ControlBasis {
  return { verdicts: [], rules: [rule()], today: TODAY, isIncomplete: false, ...more };
}

function statusOf(control: Partial<ControlInScope>, more: Partial<ControlBasis>): ResultControl["status"] {
  const [rolled] = rollUpControls([{ ...CONTROL, ...control }], basis(more));
  if (rolled === undefined) throw new Error("a control goes in, and none comes out");
  return rolled.status;
}

function attestation(more: Partial<Attestation["told"]> = {}): Attestation {
  const told = { owner: "Jane Doe", date: "2026-01-10", statement: "done", location, ...more };
  return { control: { framework: "hipaa", id: "1" }, told };
}

function alternative(more: Partial<Alternative["told"]> = {}, id = "1"): Alternative {
  const decided = { owner: "Jane Doe", date: "2026-01-10", reason: "no sessions", document: "wiki/17" };
  return { control: { framework: "hipaa", id }, told: { ...decided, location, ...more } };
}

describe("rollUpControls", () => {
  it.each<[string, readonly Outcome[], ResultControl["evidence"], string]>([
    ["one failure among passes", ["pass", "fail", "unknown"], "technical", "failing"],
    ["one unknown among passes", ["pass", "unknown"], "technical", "unknown"],
    ["nothing but passes", ["pass", "pass"], "technical", "passing"],
    ["nothing but passes of a partial control", ["pass"], "partial", "passing"],
    ["nothing in scope", [], "technical", "not-assessed"],
    ["what only a person attests", [], "manual", "manual"],
    ["a pass does not attest what only a person can", ["pass"], "manual", "manual"],
    ["a failure speaks against what a person attests", ["fail"], "manual", "failing"],
    ["what only an account tells", [], "live", "live-only"],
    ["a pass does not tell what only an account can", ["pass"], "live", "live-only"],
  ])("%s", (_, outcomes, evidence, status) => {
    expect(statusOf({ evidence }, { verdicts: verdicts(outcomes) })).toBe(status);
  });

  it("without a rule a control is not covered", () => {
    expect(statusOf({}, { rules: [] })).toBe("not-covered");
  });

  it("an incomplete scan passes nothing", () => {
    expect(statusOf({}, { verdicts: verdicts(["pass"]), isIncomplete: true })).toBe("unknown");
  });

  it("a failure that is waived is a failure still", () => {
    const given = basis({ verdicts: verdicts(["fail", "unknown"], true) });
    expect(rollUpControls([CONTROL], given)).toEqual([
      {
        ...CONTROL,
        status: "failing",
        counts: { pass: 0, fail: 1, unknown: 1, waived: 2 },
        rules: ["r1"],
      },
    ]);
  });

  it("adds up what several rules say, and names them", () => {
    const other = verdicts(["pass", "unknown"]).map((verdict) => ({ ...verdict, rule: "s" }));
    const given = basis({
      verdicts: [...verdicts(["pass", "pass"]), ...other],
      rules: [rule(), { id: "s", controls: [{ framework: "hipaa", id: "1" }] }],
    });
    expect(rollUpControls([CONTROL], given)).toMatchObject([
      { status: "unknown", counts: { pass: 3, fail: 0, unknown: 1, waived: 0 }, rules: ["r1", "s"] },
    ]);
  });

  it("the same id in another framework is another control", () => {
    expect(statusOf({ framework: "hitrust" }, { verdicts: verdicts(["fail"]) })).toBe("not-covered");
  });
});

describe("attestations", () => {
  it.each<[string, readonly Outcome[], ResultControl["evidence"], Partial<Attestation["told"]>, string]>([
    ["of what only a person can", [], "manual", {}, "attested"],
    ["hold on the day on which they expire", [], "manual", { expires: TODAY }, "attested"],
    ["that have expired leave the control open", [], "manual", { expires: "2026-05-31" }, "manual"],
    ["stand in for an account that is not read", [], "live", {}, "attested"],
    ["stand in where nothing is in scope", [], "technical", {}, "attested"],
    ["stand against no failure", ["fail"], "manual", {}, "failing"],
    ["stand against no unknown", ["unknown"], "technical", {}, "unknown"],
    ["add nothing to what passes", ["pass"], "technical", {}, "passing"],
  ])("%s", (_, outcomes, evidence, more, status) => {
    const given = { verdicts: verdicts(outcomes), attestations: [attestation(more)] };
    expect(statusOf({ evidence }, given)).toBe(status);
  });

  it("are shown with their owner and day, expired ones too", () => {
    const [control] = rollUpControls(
      [{ ...CONTROL, evidence: "manual" }],
      basis({ attestations: [attestation({ expires: "2026-05-31" })] }),
    );
    expect(control?.attestation).toEqual({
      owner: "Jane Doe",
      date: "2026-01-10",
      expires: "2026-05-31",
      statement: "done",
      state: "expired",
      location,
    });
  });

  it("the newest of two counts, wherever it stands", () => {
    const older = attestation({ date: "2025-01-01", expires: "2025-12-31" });
    for (const attestations of [
      [older, attestation()],
      [attestation(), older],
    ]) {
      expect(statusOf({ evidence: "manual" }, { attestations })).toBe("attested");
    }
  });
});

describe("documented alternatives", () => {
  it.each<[string, readonly Outcome[], Partial<Alternative["told"]>, string]>([
    ["take the place of what fails", ["fail"], {}, "documented-alternative"],
    ["take the place of what is unknown", ["unknown"], {}, "documented-alternative"],
    ["are not needed where the specification is met", ["pass"], {}, "passing"],
    ["that have expired take no place", ["fail"], { expires: "2026-05-31" }, "failing"],
  ])("%s", (_, outcomes, more, status) => {
    const given = { verdicts: verdicts(outcomes), alternatives: [alternative(more)] };
    expect(statusOf({ designation: "addressable", kind: "specification" }, given)).toBe(status);
  });
});

describe("a standard and its specifications", () => {
  const standard: ControlInScope = { ...CONTROL, id: "s", kind: "standard" };
  const specifications = ["a", "b"].map((id): ControlInScope => ({ ...CONTROL, id, kind: "specification" }));
  const other: ControlInScope = { ...CONTROL, id: "o", kind: "standard" };
  const all = [standard, ...specifications, other];
  const rules = ["s", "a", "b", "o"].map(rule);

  function rolled(a: Outcome, b: Outcome, more: Partial<ControlBasis> = {}): readonly unknown[] {
    const told = Object.entries({ s: "pass", a, b, o: "pass" } as const).flatMap(([id, outcome]) =>
      verdicts([outcome], false, id),
    );
    const controls = rollUpControls(all, basis({ rules, verdicts: told, ...more }));
    return controls.map(({ id, status, heldBackBy }) => [id, status, ...(heldBackBy ?? [])]);
  }

  it.each<[string, Outcome, Outcome, readonly string[]]>([
    ["passes with them", "pass", "pass", ["s", "passing"]],
    ["fails with one of them", "pass", "fail", ["s", "failing", "b"]],
    ["is unknown with one of them", "unknown", "pass", ["s", "unknown", "a"]],
    ["fails when one fails and one is unknown", "unknown", "fail", ["s", "failing", "b"]],
  ])("%s", (_, a, b, expected) => {
    const controls = rolled(a, b);
    expect(controls[0]).toEqual(expected);
    expect(controls[3]).toEqual(["o", "passing"]);
  });

  it("an alternative in the place of a specification holds no standard back", () => {
    const alternatives = [alternative({}, "b")];
    expect(rolled("pass", "fail", { alternatives })[0]).toEqual(["s", "passing"]);
  });
});
