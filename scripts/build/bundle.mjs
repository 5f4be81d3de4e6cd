// Bundles an entry of src into few ES modules. What is imported dynamically becomes a file of its own, so that a start reads
// only what it needs.

import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { thirdPartyLicenses } from "../third-party-licenses.mjs";
import { builtinsByRequire } from "./builtins-by-require.mjs";
import { chunksAsScripts } from "./chunks-as-scripts.mjs";
import { colorsAsTold } from "./colors-as-told.mjs";
import { dataBeside } from "./data-beside.mjs";
import { listsByNumber } from "./lists-by-number.mjs";
import { mergeChunks } from "./merge-chunks.mjs";
import { plainAssertions } from "./plain-assertions.mjs";
import { toolkitParts } from "./toolkit-parts.mjs";
import { whenCalled } from "./when-called.mjs";

/**
 * @param {object} bundle
 * @param {string} bundle.entry the file in src
 * @param {string} bundle.name of the file that starts, without its ending
 * @param {string} bundle.folder where everything goes; it must be empty
 * @param {".js" | ".mjs"} bundle.ending
 * @param {string} bundle.target what esbuild calls the oldest Node
 * @param {string} [bundle.start] the module that the entry imports dynamically at every start
 */
export async function bundle({ entry, name, folder, ending, target, start }) {
  /** @type {{dependencies?: Record<string, string>}} */
  const { dependencies = {} } = JSON.parse(readFileSync("package.json", "utf8"));
  /** @type {import("esbuild").CommonOptions} */
  const written = {
    format: "esm",
    platform: "node",
    target,
    // identifiers stay whole: the stack of an unexpected error has to be readable
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    logLevel: "warning",
  };
  /** @type {import("esbuild").BuildOptions & {metafile: true}} */
  const options = {
    ...written,
    // a script is given it by who loads it
    ...(start === undefined && {
      banner: { js: 'const require = process.getBuiltinModule("module").createRequire(import.meta.url);' },
    }),
    entryPoints: [{ in: entry, out: name }],
    outdir: folder,
    outExtension: { ".js": ending },
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    splitting: true,
    mainFields: ["module", "main"],
    // what stands under dependencies is installed with genoscan; everything else goes into the bundle
    external: Object.keys(dependencies),
    metafile: true,
    plugins: [
      plainAssertions(),
      builtinsByRequire(),
      colorsAsTold(),
      dataBeside(folder),
      whenCalled(),
      toolkitParts(),
      listsByNumber("src", ["model", "facts", "ruleset", "engine", "triage", "reporters"]),
    ],
  };
  // esbuild has already told what is wrong, with file and line
  const { metafile } = await build(options).catch(() => process.exit(1));
  if (start !== undefined) {
    await mergeChunks({ metafile, start, options: written });
    await chunksAsScripts(folder, name + ending, written);
  }
  writeFileSync(join(folder, "THIRD-PARTY-LICENSES.txt"), thirdPartyLicenses(metafile));
  const sizes = filesOf(folder).map((file) => statSync(file).size);
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1024;
  console.log(`${folder}: ${sizes.length} files, ${kilobytes.toFixed(0)} KB`);
}

/** @param {string} folder of a bundle, which may hold that of another */
function filesOf(folder) {
  return [folder, join(folder, "chunks"), join(folder, "data")].flatMap((place) =>
    readdirSync(place, { withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [join(place, entry.name)] : [],
    ),
  );
}
