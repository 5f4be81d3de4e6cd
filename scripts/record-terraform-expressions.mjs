// Has Terraform evaluate the expressions of fixtures/terraform-expressions/cases.mjs in the configuration of `setting`,
// and keeps what it says beside them. Needs the command `terraform` and no provider. Run by hand, once per version:
//
//   node scripts/record-terraform-expressions.mjs
//
// It writes fixtures/terraform-expressions/expected.json, in which each case has its theme and its expression and is one of
//   { type, json }      what Terraform says, exactly: jsonencode of the value
//   { after, unknown }  something in it is known only after apply; `unknown` says what
//   { error: true }     Terraform refuses it
// with `sensitive` where the value itself is.

import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXPRESSIONS } from "../fixtures/terraform-expressions/cases.mjs";
import { answers, plan, terraform } from "./ask-terraform.mjs";

const fixture = join(import.meta.dirname, "../fixtures/terraform-expressions");
const folder = mkdtempSync(join(tmpdir(), "terraform-expressions-"));
const cases = Object.entries(EXPRESSIONS).flatMap(([theme, expressions]) =>
  expressions.map((expression) => ({ theme, expression })),
);

try {
  cpSync(join(fixture, "setting"), folder, { recursive: true });
  const version = JSON.parse(terraform(folder, "version", "-json")).terraform_version;
  terraform(folder, "init", "-backend=false");
  const said = answers(
    folder,
    cases.map(({ expression }) => expression),
  );
  const isSound = (/** @type {unknown} */ _, /** @type {number} */ index) =>
    !("error" in (said[index] ?? {}));
  const sound = cases.filter(isSound).map(({ expression }) => expression);
  const marks = plan(
    folder,
    sound.map((expression) => `issensitive(${expression})`),
  );
  const sensitive = new Set(sound.filter((_, index) => marks[index]?.value === true));
  const lines = cases.map((each, index) =>
    JSON.stringify({ ...each, ...said[index], ...(sensitive.has(each.expression) && { sensitive: true }) }),
  );
  const text = `{"terraform":"${version}","cases":[\n${lines.join(",\n")}\n]}\n`;
  writeFileSync(join(fixture, "expected.json"), text);
  console.log(`${cases.length} cases, ${cases.length - sound.length} of them errors, terraform ${version}`);
} finally {
  rmSync(folder, { recursive: true });
}
