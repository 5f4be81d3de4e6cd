import { describe, expect, it } from "vitest";
import { callFunction } from "../../../../src/languages/hcl/functions/call-function.ts";
import { concatenate } from "../../../../src/languages/hcl/values/concatenate.ts";
import { ANY } from "../../../../src/languages/hcl/values/hcl-value.ts";
import type { HclValue } from "../../../../src/languages/hcl/values/hcl-value.ts";
import { number, text, tuple } from "../../../../src/languages/hcl/values/make-value.ts";
import { unknownFrom } from "../../../../src/languages/hcl/values/unknown-from.ts";
import { context } from "../functions/terraform-cases.ts";

function call(name: string, ...args: readonly HclValue[]): HclValue {
  return callFunction(name, args, context);
}

function repeat(start: HclValue, times: number, grow: (value: HclValue) => HclValue): HclValue {
  let value = start;
  for (let round = 0; round < times; round += 1) value = grow(value);
  return value;
}

describe("what a stranger makes grow is bounded", () => {
  it.each<readonly [string, string, () => HclValue]>([
    [
      "lists of lists, doubled",
      "more than 1000000 values",
      () => repeat(text("a"), 40, (value) => tuple([value, value])),
    ],
    [
      "lists in lists",
      "nested more than 400 levels",
      () => repeat(text("a"), 500, (value) => tuple([value])),
    ],
    [
      "a text that is doubled",
      "more than 2000000 characters",
      () => repeat(text("aaaa"), 30, (value) => concatenate([value, value])),
    ],
    [
      "a product of millions",
      "a product of",
      () =>
        call(
          "setproduct",
          ...Array.from({ length: 8 }, () => tuple(Array.from({ length: 10 }, (_, index) => number(index)))),
        ),
    ],
    ["an indentation", "not computed", () => call("indent", number(1_000_000_000), text("a\nb"))],
    [
      "a replacement",
      "more than 2000000 characters",
      () => call("replace", text("a".repeat(100_000)), text("a"), text("b".repeat(100))),
    ],
    [
      "a replacement by a pattern",
      "more than 2000000 characters",
      () => call("replace", text("a".repeat(100_000)), text("/a/"), text("$0".repeat(100))),
    ],
    [
      "JSON of shared values",
      "more than 2000000 characters",
      () =>
        call(
          "jsonencode",
          repeat(text("a".repeat(1000)), 12, (value) => tuple([value, value])),
        ),
    ],
    [
      "YAML of shared values",
      "more than 2000000 characters",
      () =>
        call(
          "yamlencode",
          repeat(text("a".repeat(1000)), 12, (value) => tuple([value, value])),
        ),
    ],
    ["JSON of many levels", "levels deep", () => call("jsondecode", text("[".repeat(100_000)))],
    ["YAML of many levels", "too deep", () => call("yamldecode", text("[".repeat(20_000)))],
    ["YAML of many columns", "too deep", () => call("yamldecode", text(`${"- ".repeat(20_000)}a`))],
    ["aliases of aliases in YAML", "more than 1000000 values", () => call("yamldecode", text(laughs(30)))],
  ])("%s", (_, reason, compute) => {
    expect(unknownFrom(ANY, [compute()]).unknown?.reason).toContain(reason);
  });

  it("searches with a pattern that would backtrack for ever", () => {
    const started = performance.now();
    expect(() => call("regex", text("(a+)+$"), text(`${"a".repeat(50_000)}b`))).toThrow("did not match");
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

function laughs(levels: number): string {
  const lines = Array.from(
    { length: levels },
    (_, level) => `a${String(level + 1)}: &a${String(level + 1)} [*a${String(level)}, *a${String(level)}]`,
  );
  return ["a0: &a0 [x]", ...lines].join("\n");
}
