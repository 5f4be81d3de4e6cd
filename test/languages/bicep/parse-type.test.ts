import { expect, it } from "vitest";
import { typeTreeOf } from "./print-tree.ts";

it.each([
  ["a name", "string", "string"],
  ["an array of arrays", "string[][]", "(array (array string))"],
  ["a type that may be null", "string?", "(nullable string)"],
  ["an array that may be null", "string[]?", "(nullable (array string))"],
  ["a type that may not be null", "a.b!", "(not-null (. a b))"],
  ["literals", "'a' | 'b' | 5 | -5 | true | null", '(| "a" "b" 5 (- 5) true null)'],
  ["a bar may begin a line", "\n  | 'a'\n  | 'b'", '(| "a" "b")'],
  ["an object", "{ a: string, 'b-c': int? }", "{a:string b-c:(nullable int)}"],
  ["every other property", "{\n  a: string\n  *: int\n}", "{a:string *:int}"],
  [
    "decorators of a property",
    "{\n  @secure()\n  @description('x')\n  a: string\n}",
    "{@secure @description a:string}",
  ],
  ["a tuple", "[\n  string\n  @minLength(1)\n  int\n]", "[string @minLength int]"],
  ["parts of a type", "a.b[*].*", "(. ([] (. a b) *) *)"],
  ["an item of a tuple", "a[0]", "([] a 0)"],
  [
    "a type of a resource",
    "resourceInput<'A.B/c@2020-01-01'>.properties",
    '(. (resourceInput "A.B/c@2020-01-01") properties)',
  ],
  [
    "the same of a namespace",
    "sys.resourceOutput<'A.B/c@2020-01-01'>",
    '(resourceOutput "A.B/c@2020-01-01")',
  ],
  ["parentheses", "(string | int)[]", "(array (| string int))"],
])("%s", (_, text, tree) => {
  expect(typeTreeOf(text)).toBe(tree);
});
