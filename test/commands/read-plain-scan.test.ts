import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SCAN_OPTIONS, VERBS } from "../../src/commands/options.ts";
import { parseCommandLine } from "../../src/commands/parse-command-line.ts";
import { restoreDashes } from "../../src/commands/protect-dashes.ts";
import { readPlainScan } from "../../src/commands/read-plain-scan.ts";
import { scan } from "../../src/commands/scan.ts";

/** What yargs makes of the arguments; `undefined` when it runs another verb, or none. */
async function readWithYargs(args: readonly string[]): Promise<object | undefined> {
  let read: object | undefined;
  const process = { argv: ["node", "genoscan", ...args], env: {}, stdout: {} };
  await parseCommandLine(process, (verb, given) => {
    if (Object.is(verb, scan)) read = restoreDashes(given);
    return Promise.resolve(0);
  }).catch(() => undefined);
  if (read === undefined) return undefined;
  const named = Object.entries(read).filter(
    ([name, value]) => !/^(?:_|\$0)$/.test(name) && value !== undefined,
  );
  return Object.fromEntries(named);
}

describe("the arguments of a plain scan", () => {
  it.each([
    ["plan.json"],
    ["scan", "plan.json"],
    ["plan.json", "-f", "json"],
    ["a.json", "-f", "json=b.json", "--format", "sarif", "c.json", "--quiet"],
    ["-", "-o", "out.txt", "--fail-on", "none", "--strict"],
    ["--framework", "hipaa", "--framework", "hitrust", "plan.json"],
    ["plan.json", "--param", "retentionYears=7"],
    [],
  ])("are read as yargs reads them: %j", async (...args) => {
    expect(readPlainScan(args, {})).toStrictEqual(await readWithYargs(args));
  });

  it.each([
    ["another verb", ["list", "rules"], {}],
    ["help", ["plan.json", "--help"], {}],
    ["an option that does not exist", ["plan.json", "--formt", "json"], {}],
    ["a value that is not one of the choices", ["plan.json", "--fail-on", "hgih"], {}],
    ["a value that is missing", ["plan.json", "-f"], {}],
    ["one value given twice", ["plan.json", "-o", "a", "-o", "b"], {}],
    ["a flag with a value", ["--quiet", "false", "plan.json"], {}],
    ["a flag that is negated", ["plan.json", "--no-color"], {}],
    ["what stands behind two dashes", ["--", "plan.json"], {}],
    ["a variable of the environment", ["plan.json"], { GENOSCAN_FAIL_ON: "low" }],
  ])("are left to yargs where there is %s", (_, args, env) => {
    expect(readPlainScan(args, env)).toBeUndefined();
  });

  it("are read as yargs reads them, or left to it", { timeout: 60_000 }, async () => {
    const names = Object.keys(SCAN_OPTIONS).flatMap((name) => [
      `--${name}`,
      `--no-${name}`,
      `--${name}=json`,
    ]);
    const word = fc.oneof(
      fc.constantFrom(...names, "-f", "-o", "-h", "-fjson", "--", "--help", "--version", ...VERBS),
      fc.constantFrom(
        "plan.json",
        "-",
        "json",
        "high",
        "hipaa",
        "none",
        "A=1",
        "true",
        "false",
        "7",
        "",
        '"a"',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 6 }), async (args) => {
        const plain = readPlainScan(args, {});
        fc.pre(plain !== undefined);
        expect(plain).toStrictEqual(await readWithYargs(args));
      }),
      { numRuns: 150, maxSkipsPerRun: 1000 },
    );
  });
});
