// Reads every ARM template in a folder (a clone of a repository, say) as a scan does, and prints how many can be read, what
// of their resources' values is known, why the rest is not, what was told as wrong or not read, and what took long. A
// template that crashes is printed with its stack.
//
//   node scripts/run-arm-corpus.mjs FOLDER [PART OF A PATH] [--details]      --details prints an example of each reason

import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const words = process.argv.slice(2);
const [folder, part = ""] = words.filter((word) => !word.startsWith("--"));
if (folder === undefined) {
  throw new Error("usage: node scripts/run-arm-corpus.mjs FOLDER [PART OF A PATH] [--details]");
}
const details = words.includes("--details");
const SETTINGS = {
  clinics: {},
  account: undefined,
  trustedAccounts: [],
  organizations: [],
  customerManagedKeys: [],
  roles: {},
};
const MOST_REASONS = 40;
const made = mkdtempSync(join(tmpdir(), "genoscan-arm-corpus-"));

try {
  await run(folder, await bundleTools());
} finally {
  rmSync(made, { recursive: true, force: true });
}

/** @typedef {{ readInputs: typeof import("../src/sources/read-inputs.ts").readInputs, looksLikeArmText: typeof import("../src/sources/arm/looks-like-template.ts").looksLikeArmText, showValue: typeof import("../src/triage/show-value.ts").showValue }} Tools */

/** @returns {Promise<Tools>} */
async function bundleTools() {
  const src = join(import.meta.dirname, "..", "src");
  const contents = `
    export { readInputs } from ${JSON.stringify(join(src, "sources/read-inputs.ts"))};
    export { looksLikeArmText } from ${JSON.stringify(join(src, "sources/arm/looks-like-template.ts"))};
    export { showValue } from ${JSON.stringify(join(src, "triage/show-value.ts"))};
  `;
  const outdir = join(made, "tools");
  await build({
    stdin: { contents, loader: "ts", resolveDir: src },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    external: ["@cdktf/hcl2json"],
    outdir,
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    logLevel: "error",
  });
  return /** @type {Promise<Tools>} */ (import(pathToFileURL(join(outdir, "stdin.js")).href));
}

/**
 * @param {string} root
 * @param {Tools} tools
 */
async function run(root, tools) {
  const counts = { templates: 0, read: 0, whole: 0, crashed: 0, resources: 0, values: 0, known: 0 };
  const [reasons, wrong, unread] = [new Map(), new Map(), new Map()];
  /** @type {[milliseconds: number, file: string][]} */
  const times = [];
  const files = readdirSync(root, { recursive: true, encoding: "utf8" });
  for (const file of files.filter((path) => /\.jsonc?$/u.test(path) && path.includes(part)).sort()) {
    const path = join(root, file);
    if (!tools.looksLikeArmText(readFileSync(path, "utf8").replace(/^\uFEFF/u, ""))) continue;
    counts.templates += 1;
    const start = performance.now();
    try {
      const { resources, problems, gaps, diagnostics } = await tools.readInputs([path], {
        settings: SETTINGS,
      });
      times.push([performance.now() - start, file]);
      for (const { message } of problems) note(unread, message.replace(/^.*?: /u, ""), file);
      for (const { code, reason } of gaps) note(unread, `${code}: ${reason}`, file);
      for (const { code, message } of diagnostics) note(wrong, `${code}: ${message}`, file);
      if (problems.length === 0) counts.read += 1;
      if (problems.length + gaps.length === 0) counts.whole += 1;
      counts.resources += resources.filter(({ type }) => type !== "Genoscan::Deployment").length;
      for (const { properties, declared } of resources) {
        if (declared === "elsewhere") continue;
        const { value } = tools.showValue(properties, (id) => id, {
          text: Infinity,
          items: Infinity,
          depth: 100,
        });
        visit(value, (reason) => {
          counts.values += 1;
          if (reason === undefined) counts.known += 1;
          else note(reasons, reason, file);
        });
      }
    } catch (error) {
      counts.crashed += 1;
      console.log(`${file}: crashed: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  tell("not known", reasons);
  tell("told as wrong", wrong);
  tell("not read", unread);
  for (const [milliseconds, file] of times.sort(([one], [other]) => other - one).slice(0, 5)) {
    console.log(`${milliseconds.toFixed(0)} ms ${file}`);
  }
  const share = (/** @type {number} */ some, /** @type {number} */ all) =>
    `${((100 * some) / Math.max(all, 1)).toFixed(1)} %`;
  console.log(
    `${counts.read} of ${counts.templates} templates read (${share(counts.read, counts.templates)}), ${counts.whole} of them whole ` +
      `(${share(counts.whole, counts.templates)}), ${counts.crashed} crashed; ${counts.resources} resources, ` +
      `${share(counts.known, counts.values)} of their ${counts.values} values known`,
  );
  process.exitCode = counts.crashed > 0 ? 1 : 0;
}

/**
 * Calls back for each value: with the reason of one that is not known.
 * @param {unknown} value
 * @param {(reason: string | undefined) => void} told
 */
function visit(value, told) {
  if (typeof value !== "object" || value === null) {
    told(undefined);
    return;
  }
  const map = /** @type {Record<string, unknown>} */ (value);
  if (typeof map["$unknown"] === "string") told(map["$unknown"]);
  else if ("$reference" in map) told(undefined);
  else for (const inner of Object.values(map)) visit(inner, told);
}

/**
 * Counts reasons without the names in them.
 * @param {Map<string, { count: number, file: string, reason: string }>} counts
 * @param {string} reason
 * @param {string} file
 */
function note(counts, reason, file) {
  const key = reason
    .replace(/^(the parameter) \S+/u, "$1 …")
    .replaceAll(/'(?:[^']|'')*'|"[^"]*"/gu, "'…'")
    .replaceAll(/\S*\/\S*/gu, "…")
    .replaceAll(/\d+/gu, "0")
    .slice(0, 100);
  const known = counts.get(key);
  if (known === undefined) counts.set(key, { count: 1, file, reason });
  else known.count += 1;
}

/**
 * @param {string} title
 * @param {Map<string, { count: number, file: string, reason: string }>} counts
 */
function tell(title, counts) {
  const sorted = [...counts].sort(([, one], [, other]) => other.count - one.count);
  if (sorted.length > 0) console.log(`${title}:`);
  for (const [key, { count, file, reason }] of sorted.slice(0, MOST_REASONS)) {
    console.log(`  ${count} ${key}${details ? `\n      ${file}: ${reason.slice(0, 400)}` : ""}`);
  }
}
