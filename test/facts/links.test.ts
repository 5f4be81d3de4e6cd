import { describe, expect, it } from "vitest";
import { HOPS, LINKS } from "../../src/facts/links/index.ts";
import { parsePointer } from "../../src/model/pointer.ts";
import { TYPE_VOCABULARY } from "../ruleset/type-vocabulary.ts";

function problems(type: string, at: string, to: readonly string[]): readonly string[] {
  const tokens = parsePointer(at);
  // below ** anything may stand: it leads through a document
  const open = tokens.indexOf("**");
  const checked = open < 0 ? tokens : tokens.slice(0, open);
  const place = TYPE_VOCABULARY.look(type, checked);
  return [
    // the linker looks for it by name among the properties
    ...(/^(?:\*\*?)?$/.test(tokens[0] ?? "") ? [`${type} has a link that begins with no property`] : []),
    ...(place === "known" ? [] : [`${type} has no ${at}`]),
    ...to
      .filter((named) => TYPE_VOCABULARY.look(named, []) === "unknown-type")
      .map((named) => `${named} is no type`),
  ];
}

describe("every link", () => {
  it.each(LINKS.map(({ type, at, to }) => [type, at, to] as const))(
    "%s %s leads from a property to types",
    (type, at, to) => {
      expect(problems(type, at, to)).toEqual([]);
    },
  );

  it.each(HOPS.map(({ type, through }) => [type, through] as const))(
    "%s stands for what %s names",
    (type, through) => {
      expect(problems(type, through, [])).toEqual([]);
    },
  );

  it("is written once", () => {
    const all = LINKS.map(({ type, at, like = "" }) => `${type} ${at} ${like}`);
    expect(all.filter((link, index) => all.indexOf(link) !== index)).toEqual([]);
  });
});
