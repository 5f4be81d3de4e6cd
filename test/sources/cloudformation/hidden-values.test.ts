import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { CollectionTag, ScalarTag } from "yaml";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";
import { CASES, outcomesOf, random, saidOtherwise } from "../hidden-values.ts";
import { loadTemplate } from "./load-template.ts";

const CDK = "fixtures/cloudformation/cdk-clinic/cdk.out";
const TEMPLATES = [
  "fixtures/cloudformation/genomics-flawed/main.template.yaml",
  "fixtures/cloudformation/genomics-flawed/management.template.yaml",
  "fixtures/cloudformation/genomics-sound/main.template.yaml",
  "fixtures/cloudformation/genomics-sound/management.template.yaml",
  `${CDK}/Anywhere.template.json`,
  `${CDK}/assembly-Prod/ProdComputeE5A8C520.template.json`,
  `${CDK}/assembly-Prod/ProdData90A795AA.template.json`,
];

/**
 * A template of which more is left to parameters without a value tells less, and nothing else: a verdict may become
 * unknown, and never another one. Names and tags stay: they tell what a resource is for, and others find it by them.
 */
describe.each(TEMPLATES)("%s", (path) => {
  const read = (): Template =>
    parse(readFileSync(path, "utf8"), { customTags: TAGS, merge: true }) as Template;

  it.each(CASES)("says nothing else when a share of %d of its values is hidden (%d)", async (share, seed) => {
    const template = read();
    const hidden = hideValues(template, share, random(seed));
    const whole = await outcomes(read());
    expect(whole.size).toBeGreaterThan(5);
    expect(saidOtherwise(whole, await outcomes(template), hidden)).toEqual([]);
  });
});

async function outcomes(template: Template): Promise<ReturnType<typeof outcomesOf>> {
  return outcomesOf((await loadTemplate(JSON.stringify(template), DEFAULT_SETTINGS)).resources);
}

interface Template {
  Parameters?: Record<string, unknown>;
  readonly Resources: Readonly<Record<string, { readonly Properties?: Record<string, unknown> }>>;
}

const NAMES = new Set(["Id", "Key", "Name", "Path", "Sid", "Tags", "Version"]);

/** Puts a parameter without a default in the place of texts, numbers, flags and functions. */
function hideValues(template: Template, share: number, next: () => number): readonly string[] {
  template.Parameters = { ...template.Parameters, Hidden: { Type: "String" } };
  return Object.entries(template.Resources).flatMap(([address, { Properties: properties = {} }]) =>
    placesIn(properties, "")
      .filter(() => next() < share)
      .map(({ path, hide }) => {
        hide();
        return `${address} ${path}`;
      }),
  );
}

interface Site {
  readonly path: string;
  readonly hide: () => void;
}

function placesIn(holder: Record<string, unknown>, path: string): readonly Site[] {
  return Object.entries(holder).flatMap(([key, value]): readonly Site[] => {
    if (NAMES.has(key) || /(?:Name|Prefix|Arn|Identifier)$/.test(key)) return [];
    const here = `${path}/${key}`;
    if (typeof value !== "object" || value === null || isFunction(value)) {
      return [{ path: here, hide: () => (holder[key] = { Ref: "Hidden" }) }];
    }
    return placesIn(value as Record<string, unknown>, here);
  });
}

function isFunction(value: object): boolean {
  const [key = "", ...more] = Object.keys(value);
  return more.length === 0 && (key === "Ref" || key.startsWith("Fn::"));
}

/** The short forms of functions as the long ones. */
const TAGS = [
  "Ref",
  "GetAtt",
  "Sub",
  "Join",
  "Select",
  "If",
  "Equals",
  "Not",
  "Or",
  "And",
  "Condition",
  "FindInMap",
  "ImportValue",
  "Split",
  "GetAZs",
  "Cidr",
  "Base64",
].flatMap((name): (ScalarTag | CollectionTag)[] => {
  const long = name === "Ref" || name === "Condition" ? name : `Fn::${name}`;
  const tag = `!${name}`;
  const identify = (): boolean => false;
  return [
    {
      tag,
      identify,
      resolve: (text: string) => ({ [long]: name === "GetAtt" ? text.split(".") : text }),
    },
    { tag, identify, collection: "seq", resolve: (list) => ({ [long]: list }) },
    { tag, identify, collection: "map", resolve: (map) => ({ [long]: map }) },
  ];
});
