import { describe, expect, it } from "vitest";
import { Reference, Sensitive, Unknown } from "../../src/model/value.ts";
import type { Value } from "../../src/model/value.ts";
import { showValue } from "../../src/triage/show-value.ts";

const LIMITS = { text: 10, items: 3, depth: 3 };
const addressOf = (id: string) => id.replace("id:", "");

describe("showValue", () => {
  it.each<[string, Value, unknown]>([
    ["a number stays", 3, 3],
    ["null stays", null, null],
    ["an unknown gives its reason", new Unknown("known after apply"), { $unknown: "known after apply" }],
    [
      "an unknown gives what it comes from, each once",
      new Unknown("one of several", [
        new Reference("id:a", "arn"),
        new Reference("id:a", "id"),
        new Reference("id:b"),
      ]),
      { $unknown: "one of several", references: ["a", "b"] },
    ],
    ["a reference gives the address", new Reference("id:key", "arn"), { $reference: "key" }],
    [
      "a reference gives its text",
      new Reference("id:key", "arn", "arn:x"),
      { $reference: "key", value: "arn:x" },
    ],
    ["a list holds what it holds", [1, new Unknown("x")], [1, { $unknown: "x" }]],
  ])("%s", (_, value, shown) => {
    expect(showValue(value, addressOf, LIMITS)).toEqual({
      value: shown,
      isRedacted: false,
      isShortened: false,
    });
  });

  it.each<[string, Value, unknown]>([
    ["by itself", new Sensitive("secret"), "(sensitive)"],
    ["in an object", { a: new Sensitive("secret"), b: 1 }, { a: "(sensitive)", b: 1 }],
    ["in a list", [new Sensitive({ a: 1 })], ["(sensitive)"]],
    [
      "behind a reference",
      new Reference("id:a", "x", new Sensitive("secret")),
      { $reference: "a", value: "(sensitive)" },
    ],
  ])("a sensitive value is not shown: %s", (_, value, shown) => {
    expect(showValue(value, addressOf, LIMITS)).toEqual({
      value: shown,
      isRedacted: true,
      isShortened: false,
    });
  });

  it.each<[string, Value, unknown]>([
    ["text", "12345678901", "1234567890…"],
    ["a list", [1, 2, 3, 4, 5], [1, 2, 3, "… 2 more"]],
    ["an object", { a: 1, b: 2, c: 3, d: 4 }, { a: 1, b: 2, c: 3, "…": "1 more" }],
    ["nesting", { a: { b: { c: { d: 1 } } } }, { a: { b: { c: "…" } } }],
  ])("what is too long is cut: %s", (_, value, shown) => {
    expect(showValue(value, addressOf, LIMITS)).toEqual({
      value: shown,
      isRedacted: false,
      isShortened: true,
    });
  });

  it("what is cut off is not looked at, however deep it goes", () => {
    let deep: Value = "end";
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(showValue(deep, addressOf, LIMITS).value).toEqual([[["…"]]]);
  });

  it("a key named __proto__ is a key like any other", () => {
    const value = JSON.parse('{"__proto__": {"polluted": true}}') as Value;
    const shown = showValue(value, addressOf, LIMITS).value;
    expect(JSON.stringify(shown)).toBe('{"__proto__":{"polluted":true}}');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
