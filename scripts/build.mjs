// Builds the command into dist/: the rules as JSON, the code and the packages it uses as a few ES modules.
// What is imported dynamically becomes a file of its own, so that a start reads only what it needs.

import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { build } from "esbuild";
import { thirdPartyLicenses } from "./third-party-licenses.mjs";

const ENTRY = "src/cli.ts";
const COMMAND = "dist/cli.js";

process.chdir(`${import.meta.dirname}/..`);

if (!existsSync(ENTRY)) {
  console.error(`${ENTRY} does not exist: there is no command to build`);
  process.exit(1);
}
execFileSync(process.execPath, ["scripts/generate-ruleset.mjs"], { stdio: "inherit" });
rmSync("dist", { recursive: true, force: true });

/** @type {{dependencies?: Record<string, string>}} */
const { dependencies = {} } = JSON.parse(readFileSync("package.json", "utf8"));

/** @type {import("esbuild").BuildOptions & {metafile: true}} */
const options = {
  entryPoints: [ENTRY],
  outdir: "dist",
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  mainFields: ["module", "main"],
  // what stands under dependencies is installed with genoscan; everything else goes into the bundle
  external: Object.keys(dependencies),
  banner: {
    js: 'import { createRequire as createRequireForBundle } from "node:module"; const require = createRequireForBundle(import.meta.url);',
  },
  // identifiers stay whole: the stack of an unexpected error has to be readable
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  metafile: true,
  plugins: [dataBeside()],
  logLevel: "warning",
};

// esbuild has already told what is wrong, with file and line
const { metafile } = await build(options).catch(() => process.exit(1));

makeExecutable(COMMAND);
writeFileSync("dist/THIRD-PARTY-LICENSES.txt", thirdPartyLicenses(metafile));

const files = Object.keys(metafile.outputs);
const kilobytes = files.reduce((sum, file) => sum + statSync(file).size, 0) / 1024;
console.log(`dist: ${files.length} files, ${kilobytes.toFixed(0)} KB`);

/**
 * Data stands beside the bundle and is read when the command starts: V8 scans no text that it does not run, and reads
 * JSON faster than an object literal.
 * @returns {import("esbuild").Plugin}
 */
function dataBeside() {
  return {
    name: "data-beside",
    setup(bundler) {
      bundler.onLoad({ filter: /[\\/]src[\\/].+\.json$/ }, ({ path }) => {
        const name = basename(path);
        mkdirSync("dist/data", { recursive: true });
        writeFileSync(
          `dist/data/${name}`,
          JSON.stringify(withoutExamples(JSON.parse(readFileSync(path, "utf8")))),
        );
        const folder = 'import.meta.url.includes("/chunks/") ? "../data/" : "./data/"';
        const contents = `import { readFileSync } from "node:fs";
export default JSON.parse(readFileSync(new URL((${folder}) + ${JSON.stringify(name)}, import.meta.url), "utf8"));`;
        return { contents, loader: "js" };
      });
    },
  };
}

/**
 * The examples prove the rules when they are built; a scan has no use for them.
 * @param {{ rules?: { path: string, rule: { examples?: unknown } }[] }} data
 */
function withoutExamples(data) {
  if (!Array.isArray(data.rules)) return data;
  return { ...data, rules: data.rules.map(({ path, rule }) => ({ path, rule: { ...rule, examples: [] } })) };
}

/** @param {string} path */
function makeExecutable(path) {
  const code = readFileSync(path, "utf8");
  if (!code.startsWith("#!")) writeFileSync(path, `#!/usr/bin/env node\n${code}`);
  chmodSync(path, 0o755);
}
