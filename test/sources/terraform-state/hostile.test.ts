import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addFacts } from "../../../src/facts/add-facts.ts";
import { SourceError } from "../../../src/model/errors.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";
import { FORMS, loadStateText } from "../load-state.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A result that the graph takes, or a sentence. */
async function readsOrRefuses(text: string): Promise<"read" | "refused"> {
  try {
    const { resources } = await loadStateText(text);
    addFacts(new ResourceGraph(resources), DEFAULT_SETTINGS);
    return "read";
  } catch (error) {
    const told = error instanceof SourceError ? (error.problems[0]?.message ?? "") : "";
    if (!/; (?:make the file again|run it in)/.test(told)) throw error;
    return "refused";
  }
}

/** Every place of a value, by the steps that lead to it. */
function placesOf(value: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => placesOf(part, [...path, key]))];
}

function replaceAt(value: Json, path: readonly string[], by: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((item, at) => (String(at) === step ? replaceAt(item, rest, by) : item));
  }
  if (typeof value !== "object" || value === null) return value;
  return { ...value, [step]: replaceAt(value[step] ?? null, rest, by) };
}

const MARKERS: Readonly<Record<string, readonly string[]>> = {
  "terraform.tfstate": ["version", "lineage", "resources"],
  "state.json": ["format_version", "values"],
};

describe.each(FORMS)("a state with anything in any place: %s", (form) => {
  const state = JSON.parse(
    readFileSync(`fixtures/terraform-state/tainted-and-deposed/${form}`, "utf8"),
  ) as Json;
  const markers = MARKERS[form] ?? [];
  // without what makes it a state it is another source's, and what is inside of resources stays open
  const places = placesOf(state).filter((path) => path.length > 1 || !markers.includes(path[0] ?? ""));

  it("is read, or refused in a sentence", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...places.filter((path) => path.length > 0)), fc.jsonValue()), {
          minLength: 1,
          maxLength: 4,
        }),
        async (changes) => {
          let changed = state;
          for (const [path, by] of changes) changed = replaceAt(changed, path, by as Json);
          expect(["read", "refused"]).toContain(await readsOrRefuses(JSON.stringify(changed)));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("what is hostile", () => {
  const raw = (resources: string): string => `{"version":4,"lineage":"x","resources":${resources}}`;
  const bucket = (attributes: string, more = ""): string =>
    `{"mode":"managed","type":"aws_s3_bucket","name":"b","instances":[{"attributes":${attributes}${more}}]}`;
  const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
  const marks = (levels: number): string =>
    `[[${Array.from({ length: levels }, () => '{"type":"get_attr","value":"a"}').join(",")}]]`;

  it.each([
    ["attributes nested 10,000 deep", raw(`[${bucket(deep(10_000))}]`)],
    ["lists nested 10,000 deep", raw(`[${bucket(`{"a":${"[".repeat(10_000)}${"]".repeat(10_000)}}`)}]`)],
    [
      "marks nested 10,000 deep",
      raw(`[${bucket(deep(10_000), `,"sensitive_attributes":${marks(10_000)}`)}]`),
    ],
    ["a key named __proto__", raw(`[${bucket('{"__proto__":{"bucket":"x"},"bucket":"y"}')}]`)],
    [
      "a module named __proto__",
      raw(
        '[{"module":"__proto__","mode":"managed","type":"constructor","name":"toString","instances":[{"attributes":{}}]}]',
      ),
    ],
    ["one address twice", raw(`[${bucket("{}")},${bucket("{}")}]`)],
    [
      "an address that is another's expansion",
      raw(
        `[${["sg", "sg[1]"].map((key, at) => `{"mode":"managed","type":"aws_security_group_rule","name":"sg","instances":[{${at === 0 ? "" : '"index_key":1,'}"attributes":{"type":"egress","cidr_blocks":["0.0.0.0/0","10.0.0.0/8"],"k":"${key}"}}]}`).join(",")}]`,
      ),
    ],
    [
      "a thousand instances without attributes",
      raw(
        `[{"mode":"managed","type":"aws_s3_bucket","name":"b","instances":[${Array.from({ length: 1000 }, () => "{}").join(",")}]}]`,
      ),
    ],
    [
      "modules nested 10,000 deep",
      `{"format_version":"1.0","values":{"root_module":${'{"child_modules":['.repeat(10_000)}{}${"]}".repeat(10_000)}}}`,
    ],
    ["the key resources twice", '{"version":4,"lineage":"x","resources":[{"a":[1]}],"resources":[]}'],
  ])("%s is read", async (_, text) => {
    expect(await readsOrRefuses(text)).toBe("read");
  });

  it.each([
    ["resources that are no list", raw("{}")],
    ["a resource without a name", raw('[{"mode":"managed","type":"aws_s3_bucket","instances":[]}]')],
    [
      "instances that are no list",
      raw('[{"mode":"managed","type":"aws_s3_bucket","name":"b","instances":{}}]'),
    ],
    ["a type that is no name", raw('[{"mode":"managed","type":"a b[\\"c","name":"b","instances":[]}]')],
    ["a later format", '{"format_version":"2.0","values":{}}'],
    ["modules that are no list", '{"format_version":"1.0","values":{"root_module":{"child_modules":{}}}}'],
    ["no state at all", '{"format_version":"1.0"}'],
  ])("%s is refused in a sentence", async (_, text) => {
    expect(await readsOrRefuses(text)).toBe("refused");
  });
});

describe("what a state lacks", () => {
  it("of an instance without attributes is told as a gap", async () => {
    const flat =
      '[{"mode":"managed","type":"aws_s3_bucket","name":"b","instances":[{"attributes_flat":{"id":"b"}}]}]';
    const { gaps, resources } = await loadStateText(`{"version":4,"lineage":"x","resources":${flat}}`);
    expect(resources).toEqual([]);
    expect(gaps).toMatchObject([{ code: "terraform-state-attributes", subject: "aws_s3_bucket.b" }]);
  });

  it.each([
    '{"version":4,"lineage":"x","serial":3,"resources":[]}',
    '{"format_version":"1.0","terraform_version":"1.11.4","values":{"outputs":{},"root_module":{}}}',
  ])("of an empty one is told in a sentence: %s", async (text) => {
    const { diagnostics, gaps } = await loadStateText(text);
    expect(gaps).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: "terraform-state-empty", level: "warning" }]);
  });
});
