// The licences of the packages that end up inside the bundle. MIT, ISC, BSD and Apache-2.0 ask that their text
// travels with the code; anything else stops the build, because it would be a decision and not a detail.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const ACCEPTED = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "ISC",
  "MIT",
]);

/**
 * The text of THIRD-PARTY-LICENSES.txt.
 * @param {import("esbuild").Metafile} metafile
 */
export function thirdPartyLicenses(metafile) {
  const notices = bundledPackages(metafile).map(notice);
  return `genoscan contains the following packages.\n\n${notices.join("\n")}`;
}

/**
 * The folders of the packages of which at least one byte is in the output, sorted.
 * @param {import("esbuild").Metafile} metafile
 */
function bundledPackages(metafile) {
  /** @type {Set<string>} */
  const folders = new Set();
  for (const output of Object.values(metafile.outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
      if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
    }
  }
  return [...folders].sort();
}

/** @param {string} folder */
function notice(folder) {
  /** @type {{name: string, version: string, license?: string}} */
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (license === undefined || !ACCEPTED.has(license)) {
    throw new Error(
      `${name} ${version} has the licence ${license}, which this build does not accept: leave it out`,
    );
  }
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (file === undefined && license === "Apache-2.0") {
    return entry(name, version, license, readFileSync("LICENSE", "utf8"));
  }
  if (file === undefined || !existsSync(join(folder, file))) {
    throw new Error(`${name} ${version} carries no licence file: leave it out, or add its text here`);
  }
  return entry(name, version, license, readFileSync(join(folder, file), "utf8"));
}

/**
 * @param {string} name
 * @param {string} version
 * @param {string} license
 * @param {string} text
 */
function entry(name, version, license, text) {
  const title = `${name} ${version} (${license})`;
  return `${title}\n${"-".repeat(title.length)}\n${text.trim()}\n`;
}
