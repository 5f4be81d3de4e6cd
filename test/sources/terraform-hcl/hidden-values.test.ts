import { cpSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Body } from "../../../src/languages/hcl/ast.ts";
import { parseHcl } from "../../../src/languages/hcl/parse-hcl.ts";
import { DEFAULT_IDENTIFIERS } from "../../../src/sources/terraform/lens.ts";
import { lensOf } from "../../../src/sources/terraform/lens-index.ts";
import { CASES, outcomesOf, random, saidOtherwise } from "../hidden-values.ts";
import { loadInput } from "../load-input.ts";

const FOLDERS = [
  "fixtures/terraform-hcl/azure-genomics-flawed",
  "fixtures/terraform-hcl/azure-genomics-sound",
  "fixtures/terraform-hcl/azure-landing-zone",
  "fixtures/terraform-hcl/azure-services",
  "fixtures/terraform-hcl/genomics-healthomics",
  "fixtures/terraform-plan/access-flawed",
  "fixtures/terraform-plan/genomics-flawed",
  "fixtures/terraform-plan/genomics-sound",
  "fixtures/terraform-plan/portal-sound",
];

/**
 * A configuration of which more comes from a data source tells less, and nothing else: a verdict may become unknown, and
 * never another one. Names and tags stay: they tell what a resource is for, and others find it by them.
 */
describe.each(FOLDERS)("%s", (folder) => {
  it.each(CASES)("says nothing else when a share of %d of its values is hidden (%d)", async (share, seed) => {
    const copy = mkdtempSync(join(tmpdir(), "genoscan-hidden-"));
    cpSync(folder, copy, { recursive: true });
    const whole = outcomesOf((await loadInput(copy)).resources);
    expect(whole.size).toBeGreaterThan(10);
    const hidden = hideValues(copy, share, random(seed));
    const less = outcomesOf((await loadInput(copy)).resources);
    expect(saidOtherwise(whole, less, hidden)).toEqual([]);
  });
});

function hideValues(folder: string, share: number, next: () => number): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".tf"),
  );
  for (const module of new Set(files.map((file) => dirname(file)))) {
    writeFileSync(join(folder, module, "hidden.tf"), 'data "external" "hidden" {\n  program = ["tell"]\n}\n');
  }
  return files.flatMap((file) => hideInFile(join(folder, file), share, next));
}

interface Site {
  readonly start: number;
  readonly end: number;
  readonly place: string;
}

function hideInFile(path: string, share: number, next: () => number): readonly string[] {
  let text = readFileSync(path, "utf8");
  const sites = parseHcl(text, path)
    .body.blocks.filter(({ type }) => type === "resource")
    .flatMap(({ labels, body }) => {
      const [type = "", name = ""] = labels.map(({ value }) => value);
      return sitesIn(body, `${type}.${name}`, lensOf(type)?.identifiers ?? DEFAULT_IDENTIFIERS);
    })
    .filter(() => next() < share);
  for (const { start, end } of sites.toReversed()) {
    text = `${text.slice(0, start)}data.external.hidden.result.value${text.slice(end)}`;
  }
  writeFileSync(path, text);
  return sites.map(({ place }) => place);
}

/** Attributes that people set, in the order of the text; those that say how many there are, or which provider, stay. */
function sitesIn({ attributes, blocks }: Body, path: string, names: readonly string[]): readonly Site[] {
  const own = [...attributes.values()]
    .filter(({ name }) => !names.includes(name) && !KEPT.test(name))
    .map(({ name, value }) => ({ start: value.start, end: value.end, place: `${path} ${name}` }));
  const inner = blocks
    .filter(({ type }) => type !== "lifecycle" && type !== "dynamic")
    .flatMap(({ type, body }) => sitesIn(body, `${path} ${type}`, []));
  return [...own, ...inner].sort((one, other) => one.start - other.start);
}

const KEPT = /^(?:count|for_each|provider|depends_on|tags|location|name|.*_name|.*_prefix|.*identifier)$/;
