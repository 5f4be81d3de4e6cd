// Builds the GitHub Action into dist/action, which is committed: a step of a workflow downloads nothing when it runs.
//
//   --out FOLDER   into another folder
//   --check        builds beside it, writes nothing, and fails when dist/action is not what the source gives

import { existsSync, mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { bundle } from "./build/bundle.mjs";
import { generateBundled } from "./build/generate-bundled.mjs";

const COMMITTED = "dist/action";
const { values } = parseArgs({ options: { out: { type: "string" }, check: { type: "boolean" } } });
const out = values.out === undefined ? undefined : resolve(values.out);

process.chdir(`${import.meta.dirname}/..`);
generateBundled();

if (values.check === true) {
  const folder = mkdtempSync(join(tmpdir(), "genoscan-action-"));
  try {
    await buildInto(folder);
    const stale = compare(folder, COMMITTED);
    if (stale.length > 0) {
      console.error(
        `${COMMITTED} is not what the source gives: ${stale.join(", ")}; run npm run build:action`,
      );
      process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
} else await buildInto(out ?? COMMITTED);

/** @param {string} folder */
async function buildInto(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // .mjs is a module whatever package.json says around it
  await bundle({ entry: "src/action/main.ts", name: "index", folder, ending: ".mjs", target: "node24" });
}

/**
 * The files that differ or are in one folder alone.
 * @param {string} built
 * @param {string} committed
 */
function compare(built, committed) {
  const names = new Set([built, committed].flatMap((folder) => filesOf(folder)));
  return [...names].sort().filter((name) => {
    const [fresh, kept] = [built, committed].map((folder) => join(folder, name));
    if (fresh === undefined || kept === undefined || !existsSync(fresh) || !existsSync(kept)) return true;
    return !readFileSync(fresh).equals(readFileSync(kept));
  });
}

/** @param {string} folder */
function filesOf(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => relative(folder, path));
}
