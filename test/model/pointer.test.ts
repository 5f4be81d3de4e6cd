import { describe, expect, it } from "vitest";
import { parsePointer, valueAt } from "../../src/model/pointer.ts";
import { Reference, Sensitive, Unknown } from "../../src/model/value.ts";
import type { Value } from "../../src/model/value.ts";

const unknown = new Unknown("known after apply");

function at(root: unknown, pointer: string): Value | undefined {
  return valueAt(root as Value, parsePointer(pointer));
}

describe("a key that an object only inherits", () => {
  it.each(["/constructor", "/toString", "/__proto__", "/__proto__/constructor"])(
    "%s is not there",
    (pointer) => {
      expect(at({ a: 1 }, pointer)).toBeUndefined();
    },
  );

  it.each(["constructor", "toString", "__proto__"])("%s is there when the input sets it", (key) => {
    expect(at(JSON.parse(`{"${key}": {"a": 1}}`), `/${key}/a`)).toBe(1);
  });
});

describe("what stands on the way", () => {
  it("is followed through a reference whose value is known", () => {
    expect(at({ a: new Reference("b", "c", { d: 1 }) }, "/a/d")).toBe(1);
  });

  it("is unknown behind a reference whose value is not", () => {
    expect(at({ a: new Reference("b") }, "/a/d")).toBeInstanceOf(Unknown);
  });

  it("stays sensitive", () => {
    expect(at({ a: new Sensitive({ b: 1 }) }, "/a/b")).toEqual(new Sensitive(1));
    expect(at({ a: new Sensitive({ b: 1 }) }, "/a/c")).toBeUndefined();
  });

  it("is the answer when it is unknown", () => {
    expect(at({ a: unknown }, "/a/b/c")).toBe(unknown);
    expect(at([unknown, { a: 1 }], "/1/a")).toBe(unknown);
  });

  it("has nothing below it when it is a text", () => {
    expect(at({ a: "text" }, "/a/length")).toBeUndefined();
  });
});
