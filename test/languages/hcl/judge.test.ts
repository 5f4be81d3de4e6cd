import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHcl } from "../../../src/languages/hcl/parse-hcl.ts";
import { arbitraryDamagedProgram, arbitraryProgram } from "./arbitrary-program.ts";
import { asJudgeJson } from "./as-judge-json.ts";
import { BODIES, EXPRESSIONS, NUMBERS, REFUSED, TEMPLATES } from "./grammar-cases.ts";
import { judge } from "./judge.ts";

interface Reading {
  readonly accepts: boolean;
  readonly json: unknown;
}

/** What we make of a text and what HashiCorp's parser makes of it. */
async function readingsOf(text: string): Promise<{ ours: Reading; theirs: Reading }> {
  const parsed = parseHcl(text, "main.tf");
  const { accepts, json } = await judge(text);
  const accepted = parsed.problems.length === 0;
  const ourJson = json === undefined || !accepted ? undefined : asJudgeJson(parsed, text);
  const plainJson: unknown = ourJson === undefined ? undefined : JSON.parse(JSON.stringify(ourJson));
  return { ours: { accepts: accepted, json: plainJson }, theirs: { accepts, json } };
}

describe("HashiCorp's parser reads the same", () => {
  const values = [...EXPRESSIONS, ...TEMPLATES].map(([fact, text]) => ({ fact, text: `a = ${text}\n` }));
  const numbers = NUMBERS.map(([text]) => ({ fact: text, text: `a = ${text}\n` }));
  const bodies = BODIES.map(([fact, text]) => ({ fact, text }));

  it.each([...values, ...numbers, ...bodies])("$fact", async ({ text }) => {
    const { ours, theirs } = await readingsOf(text);
    expect(ours).toEqual(theirs);
    expect(ours.accepts).toBe(true);
  });

  it.each(REFUSED)("and refuses %j", async (text) => {
    expect(await readingsOf(text)).toMatchObject({ ours: { accepts: false }, theirs: { accepts: false } });
  });

  const files = readdirSync("fixtures", { recursive: true, encoding: "utf8" });

  it.each(files.filter((path) => /\.(tf|tofu|tfvars)$/.test(path)))("in the fixture %s", async (path) => {
    const { ours, theirs } = await readingsOf(readFileSync(join("fixtures", path), "utf8"));
    expect(ours).toEqual(theirs);
  });

  it("in programs that a grammar makes", async () => {
    const accepted = await countAccepted(arbitraryProgram());
    // programs that are all refused would show nothing
    expect(accepted).toBeGreaterThan(250);
  });

  it("in damaged programs", async () => {
    const accepted = await countAccepted(arbitraryDamagedProgram());
    expect(accepted).toBeGreaterThan(25);
    expect(accepted).toBeLessThan(400);
  });
});

/** Holds five hundred texts against the judge, and counts those that both accept. */
async function countAccepted(texts: fc.Arbitrary<string>): Promise<number> {
  let accepted = 0;
  const property = fc.asyncProperty(texts, async (text) => {
    const { ours, theirs } = await readingsOf(text);
    expect(ours).toEqual(theirs);
    if (ours.accepts) accepted += 1;
  });
  await fc.assert(property, { numRuns: 500, seed: 13 });
  return accepted;
}
