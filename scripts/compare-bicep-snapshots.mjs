// Compares what Bicep's own evaluator foretells (main.snapshot.json, which `bicep snapshot` writes) with what ours makes of
// the main.bicepparam beside it: type, name and every known property of each resource. What either leaves as an
// expression is not compared. Prints the first difference of each pair and the share of pairs that agree.
//
//   node scripts/compare-bicep-snapshots.mjs FOLDER

import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: node scripts/compare-bicep-snapshots.mjs FOLDER");
const NOWHERE = "00000000-0000-0000-0000-000000000000";
const made = mkdtempSync(join(tmpdir(), "genoscan-snapshots-"));

try {
  const { files, compare } = await open(folder);
  let equal = 0;
  for (const file of files) {
    const difference = compare(file);
    if (difference === undefined) equal += 1;
    else console.log(`${file}: ${difference}`);
  }
  const share = ((100 * equal) / Math.max(files.length, 1)).toFixed(1);
  console.log(`${equal} of ${files.length} snapshots agree (${share} %)`);
  process.exitCode = equal === files.length ? 0 : 1;
} finally {
  rmSync(made, { recursive: true, force: true });
}

/** @param {string} root */
async function open(root) {
  const src = join(import.meta.dirname, "..", "src");
  const from = (/** @type {string} */ path) => JSON.stringify(join(src, path));
  const contents = `
    export { BicepProject } from ${from("sources/bicep/bicep-project.ts")};
    export { ScanRoot } from ${from("sources/scan-root.ts")};
    export { evaluateAssignments, expandTemplate } from ${from("languages/arm/expand-template.ts")};
    export { ArmObject, Open, bare, isArray } from ${from("languages/arm/values/arm-value.ts")};
  `;
  const outfile = join(made, "tools.mjs");
  const stdin = { contents, loader: /** @type {const} */ ("ts"), resolveDir: src };
  await build({ stdin, bundle: true, format: "esm", platform: "node", outfile, logLevel: "error" });
  const tools = await import(pathToFileURL(outfile).href);
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("main.snapshot.json"))
    .sort();
  return { files, compare: (/** @type {string} */ file) => compareOne(join(root, file), tools) };
}

/**
 * @param {string} file
 * @param {any} tools
 * @returns {string | undefined}
 */
function compareOne(file, { BicepProject, ScanRoot, evaluateAssignments, expandTemplate, ...values }) {
  const { predictedResources } = JSON.parse(readFileSync(file, "utf8"));
  const path = join(dirname(file), "main.bicepparam");
  const project = new BicepProject(ScanRoot.of(dirname(path), dirname(path)), undefined);
  const parameters = project.add(path, readFileSync(path, "utf8"));
  const { template: assigned, using } = project.parameters(parameters);
  const template = project.used(using, parameters);
  if ("missing" in template) return template.missing;
  const group = predictedResources[0]?.id?.match(/\/resourceGroups\/([^/]+)/u)?.[1] ?? "myRg";
  const place = {
    scope: template.scope ?? "resourceGroup",
    tenantId: NOWHERE,
    subscriptionId: NOWHERE,
    resourceGroup: group,
    managementGroup: "group",
  };
  const { resources } = expandTemplate(template, { place, given: evaluateAssignments(assigned, place) });
  const own = resources
    .filter((/** @type {any} */ { declaration, isDeployment }) => !declaration.existing && !isDeployment)
    .map((/** @type {any} */ resource) => {
      const [type, version] = [plain(resource.type, values), plain(resource.apiVersion ?? null, values)];
      const body = /** @type {object} */ (plain(resource.body, values));
      // the type of a resource of an extension has its version in it, and names are the extension's own
      if (resource.declaration.extension !== undefined) {
        return { type: `${String(type)}@${String(version)}`, ...body };
      }
      return { type, name: plain(resource.name, values), ...body };
    });
  if (own.length !== predictedResources.length) {
    return `${own.length} resources, and ${predictedResources.length} are foretold`;
  }
  for (const foretold of predictedResources) {
    const differences = own.map((/** @type {unknown} */ one) => differ(one, foretold, ""));
    if (!differences.includes(undefined)) {
      const name = `${foretold.type} ${foretold.name}`;
      return `${name}: ${differences.find((/** @type {string} */ text) => !/^\/(?:type|name)/u.test(text)) ?? "is not made"}`;
    }
  }
  return undefined;
}

/**
 * A value as JSON; undefined for what is not known.
 * @param {any} value
 * @param {any} values
 * @returns {unknown}
 */
function plain(value, values) {
  const inner = values.bare(value);
  if (inner instanceof values.Open) return undefined;
  if (values.isArray(inner)) return inner.map((/** @type {unknown} */ item) => plain(item, values));
  if (!(inner instanceof values.ArmObject)) return inner;
  return Object.fromEntries(
    [...inner.members.values()].map((member) => [member.key, plain(member.value, values)]),
  );
}

/**
 * Where two values differ; nothing when they do not.
 * @param {any} own
 * @param {any} foretold
 * @param {string} pointer
 * @returns {string | undefined}
 */
function differ(own, foretold, pointer) {
  if (own === undefined || (typeof foretold === "string" && foretold.startsWith("["))) return undefined;
  if (typeof own !== "object" || own === null || typeof foretold !== "object" || foretold === null) {
    const isSame = own === foretold || (own === null && foretold === undefined);
    return isSame
      ? undefined
      : `${pointer} is ${JSON.stringify(own)}, and ${JSON.stringify(foretold)} is foretold`;
  }
  for (const key of Object.keys(own)) {
    const found = differ(own[key], foretold[key], `${pointer}/${key}`);
    if (found !== undefined) return found;
  }
  const missing = Object.keys(foretold).find(
    (key) => !(key in own) && !(pointer === "" && ["id", "apiVersion", "extension", "import"].includes(key)),
  );
  return missing === undefined ? undefined : `${pointer}/${missing} is only foretold`;
}
