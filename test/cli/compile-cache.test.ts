import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { spawnSync } from "node:child_process";
import { COMMAND, makeFolder, writePlan } from "./run.ts";

let folder: string;
let plan: string;

// a copy of its own, since it is changed and damaged
beforeEach(() => {
  folder = makeFolder();
  const built = dirname(COMMAND);
  const without = ["action", "compile-cache"].map((name) => join(built, name) + sep);
  cpSync(built, join(folder, "dist"), {
    recursive: true,
    filter: (path) => !without.some((left) => `${path}${sep}`.startsWith(left)),
  });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  plan = writePlan(folder, ["clinic"]);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function scan(env: Readonly<Record<string, string>> = {}): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(folder, "dist/cli.js"), plan], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"], ...env },
  });
  expect([stderr, status]).toEqual(["", 0]);
  return stdout;
}

function compiledFiles(): readonly string[] {
  const cache = join(folder, "dist/compile-cache");
  if (!existsSync(cache)) return [];
  return readdirSync(cache, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".bin"))
    .map((name) => join(cache, name));
}

/** Writes another word of the same length into the code, which V8 takes for the same code. */
function changeCode(word: string, other: string): void {
  const chunks = join(folder, "dist/chunks");
  for (const name of readdirSync(chunks)) {
    const code = readFileSync(join(chunks, name), "utf8");
    writeFileSync(join(chunks, name), code.replaceAll(word, other));
  }
}

describe("the compile cache", () => {
  it("gives the next run the functions that one has called", () => {
    const first = scan();
    expect(first).toContain("the scan fails on findings from high");
    changeCode("the scan fails on findings from", "the scan FAILS on findings from");
    expect(scan()).toBe(first);
    expect(scan({ NODE_DISABLE_COMPILE_CACHE: "1" })).toContain("the scan FAILS on findings from high");
  });

  it("compiles again what is damaged, wherever it is", () => {
    const first = scan();
    for (const at of [0.01, 0.1, 0.5, 0.9]) {
      for (const file of compiledFiles()) {
        const content = readFileSync(file);
        content.write("damaged", Math.floor(content.length * at));
        writeFileSync(file, content);
      }
      expect(scan()).toBe(first);
    }
    for (const file of compiledFiles()) writeFileSync(file, readFileSync(file).subarray(0, 1000));
    expect(scan()).toBe(first);
    for (const file of compiledFiles()) writeFileSync(file, "");
    expect(scan()).toBe(first);
  });

  it("is not written when it is turned off, nor missed where it cannot be written", () => {
    const first = scan({ NODE_DISABLE_COMPILE_CACHE: "1" });
    expect(compiledFiles()).toEqual([]);
    // a file where the folder should be
    writeFileSync(join(folder, "dist/compile-cache"), "");
    expect(scan()).toBe(first);
  });
});
