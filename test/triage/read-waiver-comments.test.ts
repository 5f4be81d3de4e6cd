import { describe, expect, it } from "vitest";
import type { Annotation } from "../../src/model/annotation.ts";
import { readWaiverComments } from "../../src/triage/read-waiver-comments.ts";

const RULES = new Set(["r", "s"]);
const LIMIT = { maxDays: 365, latest: "2027-06-01" };
const extent = { name: "a.b", file: "main.tf", line: 2, column: 1, endLine: 4, endColumn: 2 };

function annotation(text: string, more: Partial<Annotation> = {}): Annotation {
  return {
    text,
    location: { file: "main.tf", line: 1, column: 1 },
    covers: extent,
    isInstalled: false,
    ...more,
  };
}

const GOOD = 'ignore r,s reason="moves" until=2027-01-31';

describe("readWaiverComments", () => {
  it("gives one waiver for each rule", () => {
    const { waivers, diagnostics } = readWaiverComments([annotation(GOOD)], RULES, LIMIT);
    const told = {
      reason: "moves",
      expires: "2027-01-31",
      scope: { kind: "extent", extent },
      location: { file: "main.tf", line: 1, column: 1 },
    };
    expect(waivers).toEqual([
      { rule: "r", ...told },
      { rule: "s", ...told },
    ]);
    expect(diagnostics).toEqual([]);
  });

  it("tells with its place why a comment waives nothing", () => {
    const { waivers, diagnostics } = readWaiverComments(
      [annotation("ignore r until=2027-01-31")],
      RULES,
      LIMIT,
    );
    expect(waivers).toEqual([]);
    expect(diagnostics).toEqual([
      {
        code: "waiver-invalid",
        level: "error",
        message: 'this comment waives nothing: a reason is missing: reason="…"',
        location: { file: "main.tf", line: 1, column: 1 },
      },
    ]);
  });

  it("one that is beside nothing waives nothing", () => {
    const { waivers, diagnostics } = readWaiverComments(
      [annotation(GOOD, { covers: undefined })],
      RULES,
      LIMIT,
    );
    expect(waivers).toEqual([]);
    expect(diagnostics[0]?.message).toContain("neither above nor beside a block or an attribute");
  });

  it.each([
    ["365 days away is allowed", "2027-06-01", 1],
    ["366 days away is for ever", "2027-06-02", 0],
    ["yesterday is no matter of the limit", "2026-05-31", 1],
  ])("a last day %s", (_, until, number) => {
    const text = `ignore r reason="moves" until=${until}`;
    const { waivers, diagnostics } = readWaiverComments([annotation(text)], RULES, LIMIT);
    expect(waivers).toHaveLength(number);
    expect(diagnostics.map(({ message }) => message)).toEqual(
      number === 1
        ? []
        : [
            "this comment waives nothing: its last day, 2027-06-02, is more than 365 days away (maxWaiverDays); name one until 2027-06-01",
          ],
    );
  });

  it("a file that two inputs hold is read once", () => {
    expect(readWaiverComments([annotation(GOOD), annotation(GOOD)], RULES, LIMIT).waivers).toHaveLength(2);
  });

  it("one in an installed module waives nothing, and is told", () => {
    const { waivers, diagnostics } = readWaiverComments(
      [annotation(GOOD, { isInstalled: true })],
      RULES,
      LIMIT,
    );
    expect(waivers).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: "waiver-installed", level: "note" }]);
  });

  it("thousands of wrong ones are told as fifty and a number", () => {
    const wrong = Array.from({ length: 5000 }, (_, line) =>
      annotation("ignore", { location: { file: "main.tf", line } }),
    );
    const { diagnostics } = readWaiverComments(wrong, RULES, LIMIT);
    expect(diagnostics).toHaveLength(51);
    expect(diagnostics.at(-1)?.message).toBe("4950 more comments waive nothing");
  });
});
