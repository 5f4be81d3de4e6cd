import { describe, expect, it } from "vitest";
import { parsePointer } from "../../../src/model/pointer.ts";
import { awsccLens, awsccTypes } from "../../../src/sources/terraform/awscc-lens.ts";
import { feedPath } from "../../../src/sources/terraform/feed-path.ts";
import { unmapped, writtenLenses } from "../../../src/sources/terraform/lens-index.ts";
import type { Lens } from "../../../src/sources/terraform/lens.ts";
import { RULES } from "../../rules/all-rules.ts";
import { KNOWN_GAPS, TYPES_WITHOUT_LENS } from "./known-gaps.ts";
import { readsOf } from "./rule-reads.ts";

/** What gives resources of a canonical type: a lens, or the blocks of one that are resources of their own. */
interface Maker {
  readonly name: string;
  feeds(pointer: string): boolean;
}

const awscc = awsccTypes()
  .map(awsccLens)
  .filter((lens): lens is Lens => lens !== undefined);
const MAKERS = makersByType([...writtenLenses(), ...awscc]);

const rules = RULES;
const gaps = new Map(rules.map(({ path, rule }) => [path, gapsOf(rule)]));
const known = new Set(KNOWN_GAPS.map(({ lens, pointer }) => `${lens} does not feed ${pointer}`));

describe("every pointer that a rule reads", () => {
  it.each(rules)("of $path is fed by every lens of the type", ({ path }) => {
    expect((gaps.get(path) ?? []).filter((gap) => !known.has(gap))).toEqual([]);
  });

  it.each(rules)("of $path is of a type that some lens makes", ({ rule }) => {
    const types = readsOf(rule).flatMap((read) => read.types);
    const without = types.filter(
      (type) =>
        /^(?:AWS::|Microsoft\.)/.test(type) && !MAKERS.has(type) && !Object.hasOwn(TYPES_WITHOUT_LENS, type),
    );
    expect([...new Set(without)]).toEqual([]);
  });
});

describe("the known gaps", () => {
  it("are still there", () => {
    const all = new Set([...gaps.values()].flat());
    expect([...known].filter((gap) => !all.has(gap))).toEqual([]);
  });
});

function gapsOf(rule: (typeof rules)[number]["rule"]): readonly string[] {
  const found = readsOf(rule).flatMap(({ types, pointer }) => {
    const makers = types.flatMap((type) => MAKERS.get(type) ?? []);
    return makers
      .filter((maker) => !maker.feeds(pointer))
      .map(({ name }) => `${name} does not feed ${pointer}`);
  });
  return [...new Set(found)];
}

function makersByType(lenses: readonly Lens[]): ReadonlyMap<string, readonly Maker[]> {
  const makers = new Map<string, Maker[]>();
  const add = (type: string, maker: Maker): void =>
    void makers.set(type, [...(makers.get(type) ?? []), maker]);
  for (const lens of lenses) {
    if (lens.fold === undefined) {
      const maker = {
        name: lens.type,
        feeds: (pointer: string) => unmapped(lens, parsePointer(pointer)) === undefined,
      };
      for (const type of new Set([lens.canonical, ...Object.values(lens.variants?.types ?? {})])) {
        add(type, maker);
      }
    }
    for (const { blocks, canonical, parent, properties } of lens.expand ?? []) {
      const feeds = (pointer: string): boolean =>
        parsePointer(pointer)[0] === parent || feedPath(properties, parsePointer(pointer)) !== undefined;
      add(canonical, { name: `${lens.type}.${blocks}`, feeds });
    }
  }
  return makers;
}
