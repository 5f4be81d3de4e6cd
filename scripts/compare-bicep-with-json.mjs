// Compares what inspect prints of each Bicep file in a folder with what it prints of the JSON that Bicep compiled it to
// (main.bicep beside main.json): type, name and properties of every resource. Prints the first difference of each pair
// and the share of pairs that are equal. A pair whose JSON lacks something that the Bicep file says is stale: it was not
// compiled from this file, and is counted apart. Modules of registries are in the JSON as Bicep restored them; they
// are laid into a cache of their own, from which the Bicep file reads them.
//
//   node scripts/compare-bicep-with-json.mjs FOLDER [PART OF A PATH] [--all]      --all prints every difference

import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const words = process.argv.slice(2);
const [folder, part = ""] = words.filter((word) => !word.startsWith("--"));
if (folder === undefined) {
  throw new Error("usage: node scripts/compare-bicep-with-json.mjs FOLDER [PART OF A PATH] [--all]");
}
const SETTINGS = {
  clinics: {},
  account: undefined,
  trustedAccounts: [],
  organizations: [],
  customerManagedKeys: [],
  roles: {},
};
const showsAll = words.includes("--all");
const made = mkdtempSync(join(tmpdir(), "genoscan-compare-"));
// Bicep's cache is below the home folder
process.env["HOME"] = join(made, "home");

try {
  await run(resolve(folder));
} finally {
  rmSync(made, { recursive: true, force: true });
}

/** @param {string} root */
async function run(root) {
  const tools = await bundleTools();
  process.chdir(root);
  const pairs = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => /(?:^|[\\/])main\.bicep$/u.test(file) && file.includes(part))
    .map((file) => dirname(file))
    .filter((path) => readdirSync(join(root, path)).includes("main.json") && !/invalid/iu.test(path))
    .sort();
  const counts = { equal: 0, stale: 0, resources: 0, equalResources: 0 };
  for (const path of pairs) {
    const { differences, resources } = await comparePair(path, tools);
    counts.resources += resources;
    counts.equalResources += resources - Math.min(resources, differences.length);
    if (differences.length === 0) {
      counts.equal += 1;
      continue;
    }
    const missing = findStale(path, tools);
    if (missing !== undefined) counts.stale += 1;
    const why = missing === undefined ? "" : ` (stale: the JSON has no ${missing})`;
    for (const difference of differences.slice(0, showsAll ? undefined : 1)) {
      console.log(`${path}${why}: ${difference}`);
    }
  }
  const fresh = pairs.length - counts.stale;
  const share = ((100 * counts.equal) / Math.max(fresh, 1)).toFixed(1);
  console.log(
    `${counts.equal} of ${fresh} pairs are equal (${share} %), ${counts.stale} more are stale; ` +
      `${counts.equalResources} of ${counts.resources} resources`,
  );
}

/** @typedef {import("../src/languages/bicep/ast.ts").BicepFile} BicepFile */
/** @typedef {{ readInputs: typeof import("../src/sources/read-inputs.ts").readInputs, showValue: typeof import("../src/triage/show-value.ts").showValue, parseBicep: typeof import("../src/languages/bicep/parse-bicep.ts").parseBicep, locateModule: typeof import("../src/sources/bicep/module-reference.ts").locateModule, NO_ALIASES: import("../src/sources/bicep/module-reference.ts").ModuleAliases }} Tools */

/** @returns {Promise<Tools>} */
async function bundleTools() {
  const src = join(import.meta.dirname, "..", "src");
  const contents = `
    export { readInputs } from ${JSON.stringify(join(src, "sources/read-inputs.ts"))};
    export { showValue } from ${JSON.stringify(join(src, "triage/show-value.ts"))};
    export { parseBicep } from ${JSON.stringify(join(src, "languages/bicep/parse-bicep.ts"))};
    export { NO_ALIASES, locateModule } from ${JSON.stringify(join(src, "sources/bicep/module-reference.ts"))};
  `;
  const output = join(made, "tools");
  await build({
    stdin: { contents, loader: "ts", resolveDir: src },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    external: ["@cdktf/hcl2json"],
    outdir: output,
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    logLevel: "error",
  });
  return /** @type {Promise<Tools>} */ (import(pathToFileURL(join(output, "stdin.js")).href));
}

/**
 * @param {string} path
 * @param {Tools} tools
 */
async function comparePair(path, tools) {
  layCache(join(path, "main.bicep"), JSON.parse(readFileSync(join(path, "main.json"), "utf8")), tools, 0);
  const [bicep, json] = [
    await inspect(join(path, "main.bicep"), tools),
    await inspect(join(path, "main.json"), tools),
  ];
  const differences = [];
  const byAddress = new Map(json.map((resource) => [resource.address, resource]));
  /** @type {Map<string, typeof json>} */
  const byName = new Map();
  for (const resource of json) byName.set(resource.key, [...(byName.get(resource.key) ?? []), resource]);
  const seen = new Set();
  for (const resource of bicep) {
    const same = byAddress.get(resource.address);
    // a template without symbolic names has other addresses
    const named = (byName.get(resource.key) ?? []).filter((candidate) => !seen.has(candidate));
    const alike = named.find(({ shown }) => isSame(resource.shown, shown)) ?? named[0];
    const other = same?.type === resource.type ? same : alike;
    if (other === undefined) {
      differences.push(`${resource.address}: the JSON has no ${resource.key.slice(0, 200)}`);
      continue;
    }
    seen.add(other);
    const [one, two] = [resource.shown, other.shown];
    if (!isSame(one, two)) differences.push(`${resource.address}: ${firstDifference(one, two)}`);
  }
  for (const resource of json) {
    if (!seen.has(resource)) {
      differences.push(`the Bicep file has no ${resource.address} ${resource.key.slice(0, 200)}`);
    }
  }
  return { differences, resources: Math.max(bicep.length, json.length) };
}

/**
 * @param {string} path
 * @param {Tools} tools
 */
async function inspect(path, { readInputs, showValue }) {
  const { resources, problems } = await readInputs([path], { settings: SETTINGS });
  for (const { message } of problems) console.log(message);
  const found = resources.filter(
    ({ declared, type }) => declared === "here" && type !== "Genoscan::Deployment",
  );
  return found.map((resource) => {
    // what a deployment is made with differs from one Bicep to the next; what it deploys is compared
    const { name, parent, scope, ...rest } = resource.properties;
    const isDeployment = resource.type === "Microsoft.Resources/deployments";
    const show = (/** @type {import("../src/model/value.ts").Value | undefined} */ value) => {
      if (value === undefined) return "null";
      const { value: shown } = showValue(value, (id) => id, { text: Infinity, items: Infinity, depth: 200 });
      // secrets in names are numbered as they are met
      return JSON.stringify(settle(shown))
        .toLowerCase()
        .replaceAll(/…secret\d+/gu, "…secret");
    };
    const key = `${resource.type.toLowerCase()} ${show(name)} ${show(parent)} ${show(scope)}`;
    const certainty = resource.uncertain?.reason ?? "";
    return {
      address: resource.address,
      type: resource.type,
      key,
      shown: `${key} ${certainty.toLowerCase()} ${isDeployment ? "" : show(rest)}`,
    };
  });
}

/**
 * Keys in one order, references as the values that they have.
 * @param {unknown} value
 * @returns {unknown}
 */
function settle(value) {
  if (Array.isArray(value)) return value.map(settle);
  if (typeof value !== "object" || value === null) return value;
  const map = /** @type {Record<string, unknown>} */ (value);
  // templates without symbolic names cannot name what they do not declare
  if ("$reference" in map) return "value" in map ? settle(map["value"]) : { $unknown: "" };
  const keys = Object.keys(map).filter((key) => !(key === "references" && "$unknown" in map));
  return Object.fromEntries(keys.sort().map((key) => [key, settle(map[key])]));
}

/**
 * @param {string} one
 * @param {string} other
 */
function isSame(one, other) {
  if (one === other) return true;
  // a reference without a value is as good as the expression that reads the resource
  const [start, ...rest] = one.split(JSON.stringify({ $unknown: "" }));
  if (!other.startsWith(start ?? "")) return false;
  const last = rest.pop();
  if (last === undefined || !other.endsWith(last)) return false;
  let at = start?.length ?? 0;
  for (const piece of rest) {
    at = other.indexOf(piece, at) + piece.length;
    if (at < piece.length) return false;
  }
  return at <= other.length - last.length;
}

/**
 * @param {string} one
 * @param {string} other
 */
function firstDifference(one, other) {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const from = Math.max(0, at - 40);
  return `…${one.slice(from, at + 160)}  <>  …${other.slice(at, at + 160)}`;
}

/**
 * Lays the modules of registries that a compiled file holds where Bicep would have restored them.
 * @param {string} path
 * @param {any} json
 * @param {Tools} tools
 * @param {number} depth
 */
function layCache(path, json, tools, depth) {
  if (depth > 8) return;
  for (const statement of open(path, tools).statements) {
    if (statement.kind !== "module" || statement.path.holes.length > 0) continue;
    const template = compiledModule(statement, json.resources);
    const [written = ""] = statement.path.segments;
    if (template === undefined) continue;
    if (/^(?:br|ts)[:/]/u.test(written)) {
      const located = tools.locateModule(written, tools.NO_ALIASES);
      if (typeof located === "string") continue;
      const target = join(made, "home", ".bicep", ...located.segments);
      mkdirSync(target, { recursive: true });
      writeFileSync(join(target, "main.json"), JSON.stringify(template));
    } else if (written.endsWith(".bicep")) {
      const next = join(dirname(path), written);
      if (readable(next)) layCache(next, template, tools, depth + 1);
    }
  }
}

/**
 * The template that a module was compiled to; without symbolic names it is told by the parameters that it is given.
 * @param {import("../src/languages/bicep/ast.ts").ModuleStatement} statement
 * @param {any} resources
 */
function compiledModule({ name, body }, resources) {
  if (!Array.isArray(resources)) return resources?.[name.name]?.properties?.template;
  const params = body.object.entries.find(
    (entry) => entry.kind === "entry" && entry.key.segments[0] === "params",
  );
  const given = params?.kind === "entry" && params.value.kind === "object" ? params.value.entries : [];
  const keys = given.flatMap((entry) => (entry.kind === "entry" ? (entry.key.segments[0] ?? "") : [])).sort();
  const found = resources.find(({ properties }) => {
    const own = Object.keys(properties?.parameters ?? {}).sort();
    return properties?.template !== undefined && JSON.stringify(own) === JSON.stringify(keys);
  });
  return found?.properties.template;
}

/**
 * Something that the Bicep file says and the JSON does not have; nothing when there is none.
 * @param {string} path
 * @param {Tools} tools
 */
function findStale(path, tools) {
  const json = readFileSync(join(path, "main.json"), "utf8");
  const waiting = [join(path, "main.bicep")];
  const seen = new Set(waiting);
  for (const file of waiting) {
    for (const statement of open(file, tools).statements) {
      if (statement.kind === "module" && /^\.|^[\w-]+[/.]/u.test(statement.path.segments[0] ?? "")) {
        const next = join(dirname(file), statement.path.segments[0] ?? "");
        if (next.endsWith(".bicep") && !seen.has(next) && readable(next)) waiting.push(next);
        seen.add(next);
      }
      const missing = wordsOf(statement).find((word) => !json.includes(JSON.stringify(word).slice(1, -1)));
      if (missing !== undefined) return `${JSON.stringify(missing.slice(0, 60))} of ${relative(path, file)}`;
    }
  }
  return undefined;
}

/**
 * The names of parameters, and the types, names of properties and pieces of text in resources.
 * @param {import("../src/languages/bicep/ast.ts").Statement} statement
 * @returns {string[]}
 */
function wordsOf(statement) {
  if (statement.kind === "param" || statement.kind === "output") return [statement.name.name];
  if (statement.kind !== "resource" || statement.existing) return [];
  /** @type {string[]} */
  const words = (statement.type.segments[0] ?? "").split("@");
  collect(statement.body.object, words);
  return words.filter(
    (word) => /^[\w.-]{4,}$/u.test(word) && !["parent", "scope", "dependsOn"].includes(word),
  );
}

/**
 * @param {unknown} node
 * @param {string[]} words
 */
function collect(node, words) {
  if (Array.isArray(node)) for (const item of node) collect(item, words);
  else if (typeof node === "object" && node !== null) {
    const { kind, segments } = /** @type {{ kind?: string, segments?: string[] }} */ (node);
    if (kind === "resource") return;
    if (kind === "text") words.push(...(segments ?? []));
    for (const value of Object.values(node)) collect(value, words);
  }
}

/**
 * @param {string} path
 * @param {Tools} tools
 * @returns {BicepFile}
 */
function open(path, { parseBicep }) {
  return parseBicep(readFileSync(path, "utf8"), path, "template");
}

/** @param {string} path */
function readable(path) {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}
