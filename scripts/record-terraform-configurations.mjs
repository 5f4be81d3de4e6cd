// Has Terraform plan the configurations of fixtures/terraform-configurations and keeps what it says in expected.json beside
// them. Needs the command `terraform` and the AWS provider, no account. Run by hand, once per version:
//
//   TF_MIRROR=<filesystem mirror of providers> node scripts/record-terraform-configurations.mjs [NAME…]
//
// Each entry has its name, and either the resources and outputs of the plan, with what is known (`after`; what is null or
// empty is left out) and what is known only after apply (`unknown`), or the errors for which Terraform refuses to plan.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PROVIDER = "5.100.0";
const fixture = join(import.meta.dirname, "../fixtures/terraform-configurations");
const target = join(fixture, "expected.json");
const wanted = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), "terraform-configurations-"));
const rc = join(work, "terraform.rc");
writeFileSync(rc, mirror());

try {
  const version = JSON.parse(terraform(work, "version", "-json")).terraform_version;
  const names = readdirSync(fixture, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  const before = new Map(
    wanted.length === 0
      ? []
      : JSON.parse(readFileSync(target, "utf8")).configurations.map(
          (/** @type {{ name: string }} */ entry) => [entry.name, entry],
        ),
  );
  const lines = names.sort().map((name) => {
    const entry = wanted.length > 0 && !wanted.includes(name) ? before.get(name) : { name, ...record(name) };
    return JSON.stringify(entry);
  });
  writeFileSync(
    target,
    `{"terraform":"${version}","provider":"hashicorp/aws ${PROVIDER}","configurations":[\n${lines.join(",\n")}\n]}\n`,
  );
  console.log(`${lines.length} configurations, terraform ${version}`);
} finally {
  rmSync(work, { recursive: true });
}

/** @param {string} name */
function record(name) {
  const folder = join(work, name);
  cpSync(join(fixture, name), folder, { recursive: true });
  const given = join(folder, "arguments.json");
  const extra = existsSync(given) ? JSON.parse(readFileSync(given, "utf8")) : [];
  const errors = [
    ...errorsOf(folder, "init", "-backend=false", "-json"),
    ...errorsOf(folder, "validate", "-json"),
  ];
  if (errors.length > 0) return { errors };
  const refused = errorsOf(folder, "plan", "-refresh=false", "-lock=false", "-json", "-out=plan", ...extra);
  if (refused.length > 0) return { errors: refused };
  const shown = JSON.parse(terraform(folder, "show", "-json", "plan"));
  return {
    resources: (shown.resource_changes ?? [])
      .filter((/** @type {any} */ { mode }) => mode === "managed")
      .map((/** @type {any} */ { address, change }) => ({
        address,
        after: withoutEmpty(change.after),
        unknown: change.after_unknown,
      })),
    outputs: Object.fromEntries(
      Object.entries(shown.output_changes ?? {}).map(([output, change]) => [
        output,
        { after: change.after ?? null, unknown: change.after_unknown },
      ]),
    ),
  };
}

/** @param {any} attributes */
function withoutEmpty(attributes) {
  return Object.fromEntries(
    Object.entries(attributes ?? {}).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** @param {string} folder @param {string[]} args */
function errorsOf(folder, ...args) {
  const printed = terraform(folder, ...args);
  const told = args[0] === "validate" ? JSON.parse(printed).diagnostics : linesOf(printed);
  return told
    .filter((/** @type {any} */ { severity }) => severity === "error")
    .map((/** @type {any} */ { summary, detail, range }) => ({
      summary,
      detail,
      ...(range && { file: range.filename, line: range.start.line, column: range.start.column }),
    }));
}

/** @param {string} printed */
function linesOf(printed) {
  return printed
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .flatMap((line) => JSON.parse(line).diagnostic ?? []);
}

/** What terraform prints, whether it succeeds or not. @param {string} folder @param {string[]} args */
function terraform(folder, ...args) {
  try {
    return execFileSync("terraform", args, {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
      stdio: ["ignore", "pipe", "ignore"],
      env: {
        ...process.env,
        TF_CLI_CONFIG_FILE: rc,
        CHECKPOINT_DISABLE: "1",
        TF_IN_AUTOMATION: "1",
        AWS_EC2_METADATA_DISABLED: "true",
      },
    });
  } catch (error) {
    return /** @type {{ stdout: string }} */ (error).stdout;
  }
}

function mirror() {
  const folder = process.env["TF_MIRROR"];
  if (folder === undefined) return "";
  return `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(folder)}\n  }\n}\n`;
}
