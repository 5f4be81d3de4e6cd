import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { build } from "esbuild";

/** From so many members and characters on, an object is read member by member. */
const LARGE = { members: 50, characters: 50_000 };

/**
 * Writes the data of the source, JSON files and modules of data (*.data.ts), beside the bundle as JSON: V8 scans no text
 * that it does not run, and reads JSON faster than an object literal. A large object, the whole or what stands right below
 * it, becomes a table (see data-table.mjs).
 * @param {string} target the folder of the bundle
 * @returns {import("esbuild").Plugin}
 */
export function dataBeside(target) {
  const data = join(target, "data");
  const load = (/** @type {() => string} */ writeExports) => {
    mkdirSync(data, { recursive: true });
    const contents = `import { readFileSync } from "node:fs";
import { openTable } from "./data-table.mjs";
// no URL: to make the first one takes Node a millisecond
const folder = import.meta.dirname + (/[\\\\/]chunks$/.test(import.meta.dirname) ? "/../data/" : "/data/");
${writeExports()}`;
    return { contents, loader: /** @type {const} */ ("js"), resolveDir: import.meta.dirname };
  };
  return {
    name: "data-beside",
    setup(bundler) {
      bundler.onLoad({ filter: /[\\/]src[\\/].+\.json$/ }, ({ path }) => {
        const value = withoutExamples(JSON.parse(readFileSync(path, "utf8")));
        return load(() => `export default ${writeData(data, basename(path, ".json"), value)};`);
      });
      bundler.onLoad({ filter: /[\\/]src[\\/].+\.data\.ts$/ }, async ({ path }) => {
        const exported = Object.entries(await evaluate(path));
        const own = basename(path, ".data.ts");
        const write = (/** @type {[string, unknown]} */ [name, value]) =>
          `export const ${name} = ${writeData(data, `${own}.${name}`, value)};`;
        return load(() => exported.map(write).join("\n"));
      });
    },
  };
}

/**
 * What a module of data exports: it imports nothing but data, and does its sums when it is built.
 * @param {string} path
 */
async function evaluate(path) {
  const { outputFiles } = await build({ entryPoints: [path], bundle: true, write: false, format: "esm" });
  const code = Buffer.from(outputFiles[0]?.contents ?? "").toString("base64");
  /** @type {Record<string, unknown>} */
  const exported = { ...(await import(`data:text/javascript;base64,${code}`)) };
  if (!isDeepStrictEqual(exported, JSON.parse(JSON.stringify(exported)))) {
    throw new Error(`${path} exports what JSON cannot hold: an instance of a class, undefined or a function`);
  }
  return exported;
}

/**
 * The examples prove the rules when they are built; a scan has no use for them.
 * @param {{ documents?: Record<string, object> }} data
 */
function withoutExamples(data) {
  if (data.documents === undefined) return data;
  const rules = Object.entries(data.documents).map(([id, rule]) => [id, { ...rule, examples: [] }]);
  return { ...data, documents: Object.fromEntries(rules) };
}

/**
 * Writes the data, and gives the expression that reads it.
 * @param {string} folder
 * @param {string} name
 * @param {unknown} data
 */
function writeData(folder, name, data) {
  if (isLarge(data)) return writeTable(folder, name, data);
  if (!isObject(data)) return writeWhole(folder, name, data);
  const tables = Object.entries(data).filter(([, part]) => isLarge(part));
  const rest = Object.entries(data).filter(([, part]) => !isLarge(part));
  const parts = tables.map(
    ([key, table]) => `${JSON.stringify(key)}: ${writeTable(folder, `${name}.${key}`, table)}`,
  );
  return `{ ...${writeWhole(folder, name, Object.fromEntries(rest))}, ${parts.join(", ")} }`;
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {unknown} data
 */
function writeWhole(folder, name, data) {
  writeFileSync(join(folder, `${name}.json`), asciiJson(data));
  return `JSON.parse(readFileSync(folder + ${JSON.stringify(`${name}.json`)}, "latin1"))`;
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {object} table
 */
function writeTable(folder, name, table) {
  const lines = Object.entries(table).map(([key, value]) => `${key}\t${asciiJson(value)}\n`);
  writeFileSync(join(folder, `${name}.tsv`), lines.join(""));
  return `openTable(folder + ${JSON.stringify(`${name}.tsv`)})`;
}

/** @param {unknown} value */
function asciiJson(value) {
  const escape = (/** @type {string} */ unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, escape);
}

/**
 * @param {unknown} value
 * @returns {value is object}
 */
function isLarge(value) {
  return (
    isObject(value) &&
    Object.keys(value).length >= LARGE.members &&
    JSON.stringify(value).length >= LARGE.characters
  );
}

/**
 * @param {unknown} value
 * @returns {value is object}
 */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
