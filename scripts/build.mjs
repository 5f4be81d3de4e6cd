// Builds the command into dist/: the rules as JSON, the code and the packages it uses as a few ES modules.
// What is imported dynamically becomes a file of its own, so that a start reads only what it needs.

import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { builtinsByRequire } from "./build/builtins-by-require.mjs";
import { dataBeside } from "./build/data-beside.mjs";
import { whenCalled } from "./build/when-called.mjs";
import { thirdPartyLicenses } from "./third-party-licenses.mjs";

const ENTRY = "src/cli.ts";
const COMMAND = "dist/cli.js";

process.chdir(`${import.meta.dirname}/..`);

if (!existsSync(ENTRY)) {
  console.error(`${ENTRY} does not exist: there is no command to build`);
  process.exit(1);
}
for (const script of ["generate-ruleset", "generate-report-assets"]) {
  execFileSync(process.execPath, [`scripts/${script}.mjs`], { stdio: "inherit" });
}
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
    js: 'const require = process.getBuiltinModule("module").createRequire(import.meta.url);',
  },
  // identifiers stay whole: the stack of an unexpected error has to be readable
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  metafile: true,
  plugins: [builtinsByRequire(), dataBeside(), whenCalled()],
  logLevel: "warning",
};

// esbuild has already told what is wrong, with file and line
const { metafile } = await build(options).catch(() => process.exit(1));

makeExecutable(COMMAND);
writeFileSync("dist/THIRD-PARTY-LICENSES.txt", thirdPartyLicenses(metafile));

const files = Object.keys(metafile.outputs);
const kilobytes = files.reduce((sum, file) => sum + statSync(file).size, 0) / 1024;
console.log(`dist: ${files.length} files, ${kilobytes.toFixed(0)} KB`);

/** @param {string} path */
function makeExecutable(path) {
  const code = readFileSync(path, "utf8");
  if (!code.startsWith("#!")) writeFileSync(path, `#!/usr/bin/env node\n${code}`);
  chmodSync(path, 0o755);
}
