import { describe, expect, it } from "vitest";
import { Reference, Sensitive } from "../../../../src/model/value.ts";
import { convert } from "../../../../src/languages/hcl/values/convert.ts";
import { EvaluationError } from "../../../../src/languages/hcl/values/evaluation-error.ts";
import { ANY, BOOL, NUMBER, STRING } from "../../../../src/languages/hcl/values/hcl-value.ts";
import type { HclValue, ObjectType, Type } from "../../../../src/languages/hcl/values/hcl-value.ts";
import {
  NULL,
  bool,
  list,
  map,
  number,
  object,
  text,
  tuple,
  unknown,
} from "../../../../src/languages/hcl/values/make-value.ts";
import { withMarks } from "../../../../src/languages/hcl/values/marks.ts";
import { toModelValue } from "../../../../src/languages/hcl/values/to-model.ts";
import { listOf, mapOf, setOf, tupleOf } from "../../../../src/languages/hcl/values/type.ts";

const RULE: ObjectType = {
  kind: "object",
  attributes: new Map<string, Type>([
    ["name", STRING],
    ["port", NUMBER],
    ["tags", mapOf(STRING)],
    ["note", STRING],
  ]),
  optional: new Map<string, HclValue | undefined>([
    ["port", number(443)],
    ["tags", object([["team", text("genomics")]])],
    ["note", undefined],
  ]),
};

describe("conversion to a type constraint", () => {
  it("gives optional attributes their defaults, in place of null too, and drops what the type does not have", () => {
    const given = object([
      ["name", text("reports")],
      ["port", NULL],
      ["other", bool(true)],
    ]);
    expect(toModelValue(convert(given, RULE))).toEqual({
      name: "reports",
      note: null,
      port: 443,
      tags: { team: "genomics" },
    });
  });

  it("applies defaults inside of collections", () => {
    const converted = convert(tuple([object([["name", text("a")]])]), listOf(RULE));
    expect(toModelValue(converted)).toEqual([
      { name: "a", note: null, port: 443, tags: { team: "genomics" } },
    ]);
  });

  it("refuses an object without a required attribute", () => {
    expect(() => convert(object([]), RULE)).toThrow(EvaluationError);
    expect(() => convert(map(STRING, []), RULE)).toThrow('attribute "name" is required');
  });

  it.each<readonly [string, HclValue, Type, unknown]>([
    ["a number is a string of its digits", number(10), STRING, "10"],
    ["true as text is a bool", text("true"), BOOL, true],
    [
      "a tuple is a list of what its elements have in common",
      tuple([number(1), text("a")]),
      listOf(ANY),
      ["1", "a"],
    ],
    [
      "a list is a set without repetition, in order",
      list(STRING, [text("b"), text("a"), text("b")]),
      setOf(STRING),
      ["a", "b"],
    ],
    ["an object is a map", object([["a", number(1)]]), mapOf(STRING), { a: "1" }],
    [
      "the elements of a tuple have types of their own",
      tuple([text("1"), text("2")]),
      tupleOf([NUMBER, STRING]),
      [1, "2"],
    ],
    ["null stays null", NULL, listOf(STRING), null],
  ])("%s", (_, value, type, expected) => {
    expect(toModelValue(convert(value, type))).toEqual(expected);
  });

  it.each<readonly [string, HclValue, Type]>([
    ["True is no bool", text("True"), BOOL],
    ["a list is no string", tuple([]), STRING],
    ["a bool is no number", bool(true), NUMBER],
    ["a string is no list", text("a"), listOf(STRING)],
    ["an unknown list is no string", unknown(listOf(STRING), "not known"), STRING],
    ["a tuple of two is no tuple of one", tuple([text("a"), text("b")]), tupleOf([STRING])],
  ])("%s", (_, value, type) => {
    expect(() => convert(value, type)).toThrow(EvaluationError);
  });

  it("keeps an unknown unknown, in the type", () => {
    const converted = convert(unknown(ANY, "not known"), listOf(STRING));
    expect([converted.isKnown, converted.type]).toEqual([false, listOf(STRING)]);
  });

  it("keeps references and marks, at every depth", () => {
    const key = withMarks(text("arn:key"), { reference: new Reference("aws_kms_key.k", "arn") });
    const secret = withMarks(number(1), { sensitive: true });
    expect(toModelValue(convert(tuple([key, secret]), listOf(STRING)))).toEqual([
      new Reference("aws_kms_key.k", "arn", "arn:key"),
      new Sensitive("1"),
    ]);
  });
});
