import { cpSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import type {
  Expression,
  ModuleStatement,
  ObjectExpression,
  ResourceStatement,
  Spread,
} from "../../../src/languages/bicep/ast.ts";
import { parseBicep } from "../../../src/languages/bicep/parse-bicep.ts";
import { CASES, outcomesOf, random, saidOtherwise } from "../hidden-values.ts";
import type { Outcomes } from "../hidden-values.ts";
import { loadInput } from "../load-input.ts";

const FOLDERS = [
  "fixtures/bicep/azure-services/sound",
  "fixtures/bicep/clinic",
  "fixtures/bicep/genomics-flawed",
  "fixtures/bicep/genomics-sound",
];

/** What only a deployment tells: in modules what another resource says, in the file above them a parameter. */
const AT_DEPLOYMENT =
  "(reference('/subscriptions/s/resourceGroups/g/providers/Microsoft.Other/things/t', '2020-01-01').value)";
const PARAMETER = "\n@secure()\nparam genoscanHidden object\n";

/**
 * Files of which more is known only at deployment tell less, and nothing else: a verdict may become unknown, and never
 * another one. Names, places and tags stay: they tell what a resource is for, and others find it by them.
 */
describe.each(FOLDERS)("%s", (folder) => {
  it.each(CASES)("says nothing else when a share of %d of its values is hidden (%d)", async (share, seed) => {
    const copy = mkdtempSync(join(tmpdir(), "genoscan-hidden-"));
    cpSync(folder, copy, { recursive: true });
    const read = await loadInput(copy);
    const whole = outcomesOf(read.resources);
    expect(whole.size).toBeGreaterThan(10);
    const next = random(seed);
    const hidden = readdirSync(copy, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".bicep"))
      .sort()
      .flatMap((name) => hideInFile(join(copy, name), share, next));
    const { resources, problems, gaps } = await loadInput(copy);
    expect([problems, gaps]).toEqual([read.problems, read.gaps]);
    expect(saidOtherwise(whole, ofOneOrMore(outcomesOf(resources), whole), hidden)).toEqual([]);
  });
});

/** An instance that stands for nobody knows how many, `logs[_0]`, says what one of those says that there were: `logs[1]`. */
function ofOneOrMore(less: Outcomes, whole: Outcomes): Outcomes {
  const said = new Set(
    [...whole].map(([key, outcome]) => `${key.replaceAll(/\[\d+\]/gu, "[_]")} ${outcome}`),
  );
  return new Map(
    [...less].filter(
      ([key, outcome]) =>
        !key.includes("[_") || !said.has(`${key.replaceAll(/\[_?\d+\]/gu, "[_]")} ${outcome}`),
    ),
  );
}

interface Site {
  readonly start: number;
  readonly end: number;
  readonly place: string;
}

function hideInFile(path: string, share: number, next: () => number): readonly string[] {
  let text = readFileSync(path, "utf8");
  const sites = parseBicep(text, path, "template")
    .statements.flatMap((one) =>
      one.kind === "resource" || one.kind === "module" ? sitesInDeclaration(one) : [],
    )
    .filter(() => next() < share);
  const isAbove = basename(path) === "main.bicep";
  for (const { start, end } of sites.toReversed()) {
    text = `${text.slice(0, start)}${isAbove ? "(any(genoscanHidden).value)" : AT_DEPLOYMENT}${text.slice(end)}`;
  }
  writeFileSync(path, isAbove ? `${text}${PARAMETER}` : text);
  return sites.map(({ place }) => place);
}

/** In the order of the text: properties of resources, arguments of modules, and what decides whether there is one. */
function sitesInDeclaration({ name, body }: ResourceStatement | ModuleStatement): readonly Site[] {
  const { condition, object } = body;
  const decides = condition === undefined ? [] : sitesIn(condition, `${name.name} if`);
  const own = object.entries.flatMap((entry) => {
    const [key = ""] = entry.kind === "entry" ? entry.key.segments : [];
    return entry.kind === "entry" && HIDDEN.has(key) ? sitesIn(entry.value, `${name.name} /${key}`) : [];
  });
  return [...decides, ...own, ...object.resources.flatMap(sitesInDeclaration)].sort(
    (one, other) => one.start - other.start,
  );
}

const HIDDEN = new Set(["identity", "kind", "params", "properties", "sku"]);

function sitesIn(value: Expression | Spread, place: string): readonly Site[] {
  switch (value.kind) {
    case "object":
      return sitesInObject(value, place);
    case "array":
      return value.items.flatMap((item, at) => sitesIn(item, `${place}/${String(at)}`));
    case "for":
      return sitesIn(value.body, `${place}/*`);
    case "spread":
      return [];
    default:
      return [{ start: value.start, end: value.end, place }];
  }
}

function sitesInObject({ entries }: ObjectExpression, place: string): readonly Site[] {
  return entries.flatMap((entry) => {
    const [key = ""] = entry.kind === "entry" ? entry.key.segments : [];
    return KEPT.test(key) || entry.kind === "spread" ? [] : sitesIn(entry.value, `${place}/${key}`);
  });
}

const KEPT = /^(?:name|location|tags)$|(?:Name|Id|Identifier)$/u;
