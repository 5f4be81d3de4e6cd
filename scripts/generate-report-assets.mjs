// Writes src/reporters/html/assets.generated.json: the style and the scripts of the HTML report, each with the digest by
// which the policy of the page lets a browser use it and nothing else.

import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { build } from "esbuild";

const FOLDER = "src/reporters/html";
const TARGET = `${FOLDER}/assets.generated.json`;

process.chdir(`${import.meta.dirname}/..`);

const style = await bundle({ entryPoints: [`${FOLDER}/style/index.css`] });
const assets = { style, boot: await script("boot"), script: await script("main") };
const digests = Object.fromEntries(Object.entries(assets).map(([name, text]) => [name, digest(text)]));

writeFileSync(TARGET, `${JSON.stringify({ ...assets, digests })}\n`);
const kilobytes = Object.values(assets).reduce((sum, text) => sum + text.length, 0) / 1024;
console.log(`${TARGET}: ${kilobytes.toFixed(0)} KB`);

/** @param {string} name */
function script(name) {
  return bundle({ entryPoints: [`${FOLDER}/client/${name}.ts`], format: "iife", target: "es2023" });
}

/** @param {import("esbuild").BuildOptions} options */
async function bundle(options) {
  const { outputFiles } = await build({
    ...options,
    bundle: true,
    write: false,
    minify: true,
    charset: "ascii",
    legalComments: "none",
    logLevel: "warning",
  });
  // a text in the code may hold a tab as it is; a report has no control characters
  const text = outputFiles?.[0]?.text.trim().replaceAll("\t", "\\t") ?? "";
  // the text stands inside of an element, which would end here
  if (/<\/(?:script|style)|<!--/i.test(text)) {
    throw new Error("the text of an asset holds an end tag or a comment");
  }
  return text;
}

/** @param {string} text */
function digest(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
