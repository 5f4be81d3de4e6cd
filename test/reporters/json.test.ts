import { describe, expect, it } from "vitest";
import { reportJson as partsOfJson } from "../../src/reporters/json.ts";
import type { ResultDocument } from "../../src/model/result-document.ts";
import { HOSTILE, result, verdict } from "./sample.ts";

function reportJson(given: ResultDocument): string {
  return [...partsOfJson(given)].join("");
}

describe("reportJson", () => {
  it("is the result, byte by byte the same each time", () => {
    const given = result([verdict(), verdict({ address: "other" })]);
    expect(JSON.parse(reportJson(given))).toEqual(given);
    expect(reportJson(given)).toBe(reportJson(structuredClone(given)));
    expect(reportJson(given).endsWith("}\n")).toBe(true);
  });

  it.each([0, 1, 50, 51])("is with %i verdicts what JSON.stringify writes", (count) => {
    const given = result(Array.from({ length: count }, () => verdict()));
    expect(reportJson(given)).toBe(`${JSON.stringify(given, null, 2)}\n`);
  });

  it("takes no room for indentation where nobody would read it", () => {
    const many = result(Array.from({ length: 10_001 }, () => verdict()));
    expect(reportJson(many).split("\n")).toHaveLength(2);
    expect(JSON.parse(reportJson(many))).toEqual(many);
  });

  it.each(HOSTILE)("keeps a hostile text and does not obey it: %j", (text) => {
    const given = result([verdict({ address: text, message: text })]);
    const json = reportJson(given);
    expect(JSON.parse(json)).toEqual(given);
    expect(json).not.toMatch(/[^\P{C}\n]/u);
    expect(json).not.toMatch(/^\s*::/m);
    expect(json).not.toContain("##[");
  });
});
