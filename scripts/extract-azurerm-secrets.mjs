// Writes src/sources/terraform/azurerm-secrets.json: the arguments and attributes that the azurerm provider marks as
// sensitive, by type. They are read out of the provider's source, because no package that holds its schema keeps the mark.
//
//   node scripts/extract-azurerm-secrets.mjs <a git repository of github.com/hashicorp/terraform-provider-azurerm> [commit]
//
// A type has the names that are marked in its own file, at any depth, and those that the functions of its package mark for
// several types. A name too many is hidden and judged all the same.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

const [repository, commit = "HEAD"] = process.argv.slice(2);
if (repository === undefined) {
  console.error("usage: node scripts/extract-azurerm-secrets.mjs <repository> [commit]");
  process.exit(2);
}

const git = (...args) =>
  execFileSync("git", ["-C", repository, ...args], { encoding: "utf8", maxBuffer: 2 ** 30 });

const sources = readSources();
const functions = readRegistrations();
const byPackage = new Map();
const own = new Map();
for (const [path, text] of sources) {
  if (path.endsWith("_data_source.go")) continue;
  const names = sensitiveNames(text);
  const types = typesOf(path, text);
  for (const type of types) own.set(type, { path, names });
  if (types.length > 0 || names.size === 0) continue;
  const folder = packageOf(path);
  byPackage.set(folder, new Set([...(byPackage.get(folder) ?? []), ...names]));
}

const lines = [...own]
  .map(([type, { path, names }]) => [
    type,
    [...new Set([...names, ...(byPackage.get(packageOf(path)) ?? [])])],
  ])
  .filter(([, names]) => names.length > 0)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([type, names]) => `${JSON.stringify(type)}: ${JSON.stringify(names.sort(byCode).join(" "))}`);
writeFileSync(
  resolve(import.meta.dirname, "../src/sources/terraform/azurerm-secrets.json"),
  `{\n${lines.join(",\n")}\n}\n`,
);

function byCode(one, other) {
  return one < other ? -1 : Number(one > other);
}

function readSources() {
  const paths = git("ls-tree", "-r", "--name-only", commit, "internal/services")
    .split("\n")
    .filter((path) => path.endsWith(".go") && !path.endsWith("_test.go"));
  const found = git("grep", "-l", "-E", "Sensitive: +true|azurerm_", commit, "--", "internal/services");
  const wanted = new Set(found.split("\n").map((line) => line.slice(commit.length + 1)));
  return new Map(
    paths.filter((path) => wanted.has(path)).map((path) => [path, git("show", `${commit}:${path}`)]),
  );
}

/** `"azurerm_batch_pool": resourceBatchPool()`: the function that a type is made by. */
function readRegistrations() {
  const registered = new Map();
  for (const [path, text] of sources) {
    if (!path.endsWith("registration.go")) continue;
    for (const [, type, made] of text.matchAll(/"(azurerm_\w+)":\s*(resource\w+)\(\)/g)) {
      registered.set(`${dirname(path)} ${made}`, type);
    }
  }
  return registered;
}

function typesOf(path, text) {
  const typed = [...text.matchAll(/ResourceType\(\) string \{\s*return "(azurerm_\w+)"/g)].map(
    ([, type]) => type,
  );
  const made = [...text.matchAll(/^func (resource\w+)\(\)/gm)].flatMap(
    ([, name]) => functions.get(`${dirname(path)} ${name}`) ?? [],
  );
  return [...typed, ...made];
}

function packageOf(path) {
  return path.split("/").slice(0, 3).join("/");
}

/** The names of what is marked: the nearest key further left, above the mark. */
function sensitiveNames(text) {
  const names = new Set();
  const rows = text.split("\n");
  for (const [index, row] of rows.entries()) {
    if (!/^\s*Sensitive:\s*true/.test(row)) continue;
    const depth = depthOf(row);
    for (let above = index - 1; above >= 0; above -= 1) {
      if (depthOf(rows[above]) >= depth || rows[above].trim() === "") continue;
      const name = /"(\w+)"\]?\s*(?::|=)/.exec(rows[above])?.[1];
      if (name !== undefined) names.add(name);
      break;
    }
  }
  return names;
}

function depthOf(row) {
  return /^\t*/.exec(row)?.[0].length ?? 0;
}
