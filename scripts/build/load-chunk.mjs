// Bundled with the command: runs its files as scripts, with what V8 compiled of them in earlier runs. Node keeps only what
// is compiled when a module is loaded (in Node 20 nothing at all); the functions that a scan calls are compiled one after
// the other while it runs, a sixth of the time that a small plan takes.
//
// What is compiled lies beside the command, as Python keeps it, and not in the folder for temporary files, where others could
// put code for us to run. Where the folder cannot be written, or NODE_DISABLE_COMPILE_CACHE is set, everything is compiled
// again. The first run of each kind (a plan, a template, a format of reports) adds what it compiled, and so does one that takes
// twice as long as those did.

import { accessSync, constants, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { cachedDataVersionTag, setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";

/**
 * @typedef {object} Chunk
 * @property {Script} script
 * @property {boolean} isKept whether V8 took what was compiled of it
 * @property {Record<string, unknown>} exports
 */

const CHUNKS = join(import.meta.dirname, "chunks");
const CHUNKS_URL = import.meta.url.replace(/[^/]*$/, "chunks/");
const COMPILED = join(import.meta.dirname, "compile-cache");

// A scan meets objects of so many shapes that what V8 optimises is thrown away and compiled again: without its last tier a
// plan of 33 MB takes three quarters of the processor's time. And it ends before marking in small steps is worth their
// bookkeeping. npm run bench shows whether that still holds. Under other flags than those of its build Node compiles each of
// its own modules anew when that is loaded: those that every scan needs are there by now, with those of the standard streams.
void [process.stdout, process.stderr];
setFlagsFromString("--no-opt");
setFlagsFromString("--no-incremental-marking");

// the same for what the same V8 compiles under the same flags for the same processor
const VERSION = cachedDataVersionTag();
const FOLDER = join(COMPILED, `${process.version}-${process.arch}-${VERSION}`);
/** Bytes of the checksum at the end of each file. */
const CHECKSUM = 4;
const HEAD = "(function (chunkExports, require, importMetaUrl, importMetaDirname) {";
const KINDS = join(FOLDER, "kinds.json");
const isEnabled = process.env["NODE_DISABLE_COMPILE_CACHE"] === undefined;

/** @type {Map<string, Chunk>} */
const loaded = new Map();
const requirePackage = createRequire(import.meta.url);

if (isEnabled) process.on("exit", keepCompiled);

/**
 * What a file of the command exports.
 * @param {string} name `./NAME.js`, as its neighbours call it, or that of a package
 * @returns {Record<string, unknown>}
 */
export function loadChunk(name) {
  if (!name.startsWith("./")) return requirePackage(name);
  return (loaded.get(name) ?? run(name)).exports;
}

/** @param {string} name */
function run(name) {
  const filename = join(CHUNKS, name);
  const cachedData = isEnabled ? readCompiled(cacheOf(name)) : undefined;
  const source = `${HEAD}${readFileSync(filename, "utf8")}\n})`;
  const script = new Script(source, { filename, ...(cachedData && { cachedData }) });
  const isKept = cachedData !== undefined && script.cachedDataRejected === false;
  const chunk = { script, isKept, exports: {} };
  loaded.set(name, chunk);
  script.runInThisContext()(chunk.exports, loadChunk, CHUNKS_URL + name.slice("./".length), CHUNKS);
  return chunk;
}

/** Writes what was compiled, unless a run that needed the same files, and took about as long, has done so. */
function keepCompiled() {
  try {
    const longest = readKinds();
    const kind = [...loaded.keys()].toSorted().join(" ");
    // not performance.now, for which Node would load a module
    const took = Math.round(process.uptime() * 1000);
    const isKept = [...loaded.values()].every((chunk) => chunk.isKept);
    if (isKept && took < 2 * (longest[kind] ?? 0)) return;
    mkdirSync(FOLDER, { recursive: true });
    // before the work, which a run by somebody else than who installed it would do each time
    accessSync(FOLDER, constants.W_OK);
    for (const [name, { script }] of loaded) {
      const compiled = script.createCachedData();
      const checksum = Buffer.alloc(CHECKSUM);
      checksum.writeUInt32LE(crc32(compiled));
      replace(cacheOf(name), Buffer.concat([compiled, checksum]));
    }
    replace(KINDS, JSON.stringify({ ...longest, [kind]: took }));
  } catch {
    // the folder cannot be written: the next run compiles again
  }
}

/**
 * The milliseconds of the longest run of each kind that has written what it compiled.
 * @returns {Record<string, number>}
 */
function readKinds() {
  try {
    return JSON.parse(readFileSync(KINDS, "utf8"));
  } catch {
    return {};
  }
}

/** @param {string} name */
function cacheOf(name) {
  return join(FOLDER, `${name}.bin`);
}

/**
 * What was compiled, unless the file is damaged: V8 itself looks at its head alone, and runs what follows.
 * @param {string} file
 */
function readCompiled(file) {
  const content = readIfThere(file);
  if (content === undefined || content.length < CHECKSUM) return undefined;
  const compiled = content.subarray(0, -CHECKSUM);
  return crc32(compiled) === content.readUInt32LE(compiled.length) ? compiled : undefined;
}

/**
 * At once, so that whoever reads it meanwhile finds the old or the new.
 * @param {string} file
 * @param {string | Buffer} content
 */
function replace(file, content) {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, file);
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
