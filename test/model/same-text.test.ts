import { describe, expect, it } from "vitest";
import { sameText } from "../../src/model/same-text.ts";
import { Reference, Unknown, UnknownPlace, UnknownText } from "../../src/model/value.ts";
import type { Value } from "../../src/model/value.ts";

const X = new Unknown("var.x has no value");
const Y = new Unknown("var.y has no value");
const account = (): Value => new UnknownPlace("known at deployment", "account", "one");
const hex = (): Value => new Reference("random_id.suffix", "hex");

describe("two texts of which pieces are known", () => {
  it.each<[string, readonly Value[], readonly Value[], boolean | "unknown"]>([
    ["text that is written", ["a", "b"], ["ab"], true],
    ["other text", ["ab"], ["ac"], false],
    ["nothing", [], [""], true],
    ["one variable in both", ["/a/", X, "-b"], ["/a/", X, "-b"], true],
    ["a variable, and another that may be the same", ["/a/", X], ["/a/", Y], "unknown"],
    ["an attribute of one resource", ["a-", hex()], ["a-", hex()], true],
    ["one account", ["a-", account()], ["a-", account()], true],
    [
      "a resource as a whole, of which many things are text",
      [new Reference("x")],
      [new Reference("x")],
      "unknown",
    ],
    ["a text inside of a text", [new UnknownText("x", [], ["a", X]), "b"], ["a", X, "b"], true],
    ["a reference with its text", [new Reference("x", "name", "a"), X], ["a", X], true],
    ["one variable between other texts", ["/a/", X, "-b"], ["/a/", X, "-c"], false],
    ["one variable with more behind it", ["/a/", X, "-b"], ["/a/", X, "-b-c"], false],
    ["one variable with more before it", ["/a/", X, "-b"], [X, "-b"], false],
    ["another beginning", ["/a/", X], ["/b/", Y], false],
    ["another end", [X, "/a"], [Y, "/b"], false],
    ["text that the pieces can be", ["/a/", X], ["/a/b"], "unknown"],
    ["text that holds the pieces in their order", ["/a/", X, "-", Y, "-b"], ["/a/1-2-b"], "unknown"],
    ["text without one of the pieces", ["/a/", X, "-", Y, "-b"], ["/a/12-b"], false],
    ["text that is too short for them", ["ab", X, "ba"], ["aba"], false],
    ["two variables in another order, of which one may be nothing", [X, Y], [Y, X], "unknown"],
    ["a variable, and the same one twice, which may be nothing", [X], [X, X], "unknown"],
  ])("%s", (_, one, other, expected) => {
    expect(sameText(one, other)).toBe(expected);
    expect(sameText(other, one)).toBe(expected);
  });
});
