// Parses every Bicep file in a folder (a clone of a repository, say) and prints how many can be read, how long a file
// takes, and the first problem of each that cannot. Folders and files whose name says that they are wrong on purpose
// (Invalid…) are left out, and so are files of which a test of Azure/bicep has made an annotated copy (main.tokens.bicep).
//
//   node scripts/run-bicep-corpus.mjs FOLDER

import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: node scripts/run-bicep-corpus.mjs FOLDER");
const MADE = /\.(?:tokens|syntax|symbols|diagnostics|formatted|ir|sourcemap|pprint\w*)\.bicep(?:param)?$/u;
const made = mkdtempSync(join(tmpdir(), "genoscan-bicep-"));

try {
  const parser = join(made, "parse-bicep.mjs");
  const entry = join(import.meta.dirname, "..", "src", "languages", "bicep", "parse-bicep.ts");
  await build({ entryPoints: [entry], bundle: true, format: "esm", platform: "node", outfile: parser });
  const { parseBicep } = await import(pathToFileURL(parser).href);
  run(folder, parseBicep);
} finally {
  rmSync(made, { recursive: true, force: true });
}

/**
 * @typedef {{ problems: { message: string, location: { line: number, column: number } }[] }} Parsed
 * @param {string} root
 * @param {(text: string, file: string, kind: "template" | "parameters") => Parsed} parse
 */
function run(root, parse) {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter(
      (file) => /\.bicep(?:param)?$/u.test(file) && !MADE.test(file) && !/(?:^|[\\/])invalid/iu.test(file),
    )
    .sort();
  let read = 0;
  let milliseconds = 0;
  for (const file of files) {
    const text = readFileSync(join(root, file), "utf8");
    const start = performance.now();
    const { problems } = parse(text, file, file.endsWith("param") ? "parameters" : "template");
    milliseconds += performance.now() - start;
    const [first] = problems;
    if (first === undefined) read += 1;
    else console.log(`${file}:${first.location.line}:${first.location.column}: ${first.message}`);
  }
  const share = ((100 * read) / Math.max(files.length, 1)).toFixed(2);
  console.log(
    `${read} of ${files.length} files read (${share} %), ${(milliseconds / Math.max(files.length, 1)).toFixed(2)} ms each`,
  );
  process.exitCode = read === files.length ? 0 : 1;
}
