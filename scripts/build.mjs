// Builds the command into dist/: the rules as JSON, the code and the packages it uses as a few ES modules. dist/action, the
// bundle of the action, is committed and left as it is: npm run build:action makes that.

import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "./build/bundle.mjs";
import { generateBundled } from "./build/generate-bundled.mjs";

const ENTRY = "src/cli.ts";
const COMMAND = "dist/cli.js";

process.chdir(`${import.meta.dirname}/..`);

if (!existsSync(ENTRY)) {
  console.error(`${ENTRY} does not exist: there is no command to build`);
  process.exit(1);
}
generateBundled();
mkdirSync("dist", { recursive: true });
for (const entry of readdirSync("dist")) {
  if (entry !== "action") rmSync(join("dist", entry), { recursive: true, force: true });
}
await bundle({
  entry: ENTRY,
  name: "cli",
  folder: "dist",
  ending: ".js",
  target: "node20.19",
  start: "src/commands/run-command-line.ts",
});
makeExecutable(COMMAND);

/** @param {string} path */
function makeExecutable(path) {
  const code = readFileSync(path, "utf8");
  if (!code.startsWith("#!")) writeFileSync(path, `#!/usr/bin/env node\n${code}`);
  chmodSync(path, 0o755);
}
