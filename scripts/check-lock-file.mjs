// The lock file names packages by version and integrity alone: a download address in it would bind every
// installation to the registry of whoever ran npm install last.

import { readFileSync } from "node:fs";

/** @type {{packages: Record<string, {resolved?: string, integrity?: string}>}} */
const lock = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"));

const packages = Object.entries(lock.packages).filter(([folder]) => folder !== "");
const addressed = packages.filter(([, entry]) => entry.resolved !== undefined).map(([folder]) => folder);
const unverified = packages.filter(([, entry]) => entry.integrity === undefined).map(([folder]) => folder);

if (addressed.length > 0) console.error(`with a download address: ${addressed.join(", ")}; see .npmrc`);
if (unverified.length > 0) console.error(`without an integrity: ${unverified.join(", ")}; run npm install`);
process.exitCode = addressed.length + unverified.length > 0 ? 1 : 0;
