import { describe, expect, it } from "vitest";
import { treeOf } from "./print-tree.ts";

describe("operators", () => {
  it.each([
    ["multiplication binds tighter than addition", "1 + 2 * 3", "(+ 1 (* 2 3))"],
    ["operators of one rank go from left to right", "1 - 2 - 3", "(- (- 1 2) 3)"],
    ["comparison is looser than addition", "a + 1 < b", "(< (+ a 1) b)"],
    ["equality is looser than comparison", "a < b == c", "(== (< a b) c)"],
    ["&& is looser than equality", "a == b && c != d", "(&& (== a b) (!= c d))"],
    ["|| is looser than &&", "a || b && c", "(|| a (&& b c))"],
    ["?? is looser than ||", "a ?? b || c", "(?? a (|| b c))"],
    ["?? goes from left to right", "a ?? b ?? c", "(?? (?? a b) c)"],
    ["?: is the loosest", "a ?? b ? c : d", "(? (?? a b) c d)"],
    ["a ternary in the last place needs no parentheses", "a ? b : c ? d : e", "(? a b (? c d e))"],
    ["a ternary in the middle needs none either", "a ? b ? 1 : 2 : c", "(? a (? b 1 2) c)"],
    ["a sign binds tighter than an operator", "-1 * 2", "(* (- 1) 2)"],
    ["a sign is looser than a member", "!a.b[0]", "(! ([] (. a b) 0))"],
    ["=~ and !~ are equalities", "a =~ b && a !~ c", "(&& (=~ a b) (!~ a c))"],
    ["? and : may begin their lines", "a\n  ? b\n  : c", "(? a b c)"],
    ["parentheses are kept", "(1 + 2) * 3", "(* (group (+ 1 2)) 3)"],
    ["lines may end in parentheses", "(\n  a\n)", "(group a)"],
  ])("%s", (_, text, tree) => {
    expect(treeOf(text)).toBe(tree);
  });

  it("an operator at the begin of a line begins an item", () => {
    expect(treeOf("[\n 1\n -2\n]")).toBe("[1 (- 2)]");
    expect(treeOf("[\n a\n !b\n]")).toBe("[a (! b)]");
  });

  it("an operator at the end of a line wants its right side there", () => {
    expect(() => treeOf("1 +\n2")).toThrow("expected a value, found the end of the line");
  });
});

describe("members", () => {
  it.each([
    ["properties, indexes and calls go from left to right", "a.b[0].c(1)", "(method c ([] (. a b) 0) 1)"],
    ["a safe property", "a.?b.c", "(. (.? a b) c)"],
    ["a safe index", "a[?0]", "([?] a 0)"],
    ["an index from the end", "a[^1]", "([^] a 1)"],
    ["a safe index from the end", "a[?^1]", "([?^] a 1)"],
    ["a nested resource", "a::b.id", "(. (:: a b) id)"],
    ["not null", "a!.b", "(. (not-null a) b)"],
    ["not equal is no not-null", "a != b", "(!= a b)"],
    ["a call over several lines", "f(\n  1,\n  2\n)", "(call f 1 2)"],
    ["a function of a namespace", "sys.concat('a')", '(method concat sys "a")'],
  ])("%s", (_, text, tree) => {
    expect(treeOf(text)).toBe(tree);
  });
});

describe("arrays, objects and loops", () => {
  it.each([
    ["items on lines and with commas", "[1, 2]", "[1 2]"],
    ["an empty one on two lines", "[\n]", "[]"],
    ["spread", "[\n  ...a\n  1\n]", "[(... a) 1]"],
    [
      "keys are names, words of the language and strings",
      "{ a: 1, 'b-c': 2, for: 3 }",
      '{"a":1 "b-c":2 "for":3}',
    ],
    ["a key with an expression in it", "{ '${a}': 1 }", '{(text "" a ""):1}'],
    ["spread in an object", "{\n  ...a\n  b: 1\n}", '{(... a) "b":1}'],
    ["a loop", "[for x in xs: x]", "(for x xs x)"],
    ["a loop with its index", "[for (x, i) in xs: { a: i }]", '(for x,i xs {"a":i})'],
    ["a loop on several lines", "[\n  for x in xs: x\n]", "(for x xs x)"],
    ["a loop in a loop", "[for x in xs: [for y in x: y]]", "(for x xs (for y x y))"],
    ["a property that is named resource", "{ resource: 1 }", '{"resource":1}'],
  ])("%s", (_, text, tree) => {
    expect(treeOf(text)).toBe(tree);
  });

  it("a comma and a line end do not stand together", () => {
    expect(() => treeOf("[\n 1,\n 2\n]")).toThrow("items on lines of their own need no comma");
  });
});

describe("lambdas", () => {
  it.each([
    ["one name", "map(xs, x => x.a)", "(call map xs (=> x (. x a)))"],
    ["two names", "reduce(xs, 0, (a, b) => a + b)", "(call reduce xs 0 (=> a,b (+ a b)))"],
    ["no name", "f(() => 1)", "(call f (=>  1))"],
    ["the body on the next line", "map(xs, x =>\n  x)", "(call map xs (=> x x))"],
  ])("%s", (_, text, tree) => {
    expect(treeOf(text)).toBe(tree);
  });
});

describe("strings", () => {
  it.each([
    ["escapes", String.raw`'a\n\t\\\'\u{1F600}'`, JSON.stringify("a\n\t\\'\u{1F600}")],
    ["an escaped brace", String.raw`'\${a}'`, '"${a}"'],
    ["a dollar alone", "'a$b'", '"a$b"'],
    ["an expression", "'a${b}c'", '(text "a" b "c")'],
    [
      "a string in an expression in a string",
      "'a${b('c${d}e')}f'",
      '(text "a" (call b (text "c" d "e")) "f")',
    ],
    [
      "an object in an expression in a string",
      "'${{ a: { b: 1 } }.a.b}'",
      '(text "" (. (. {"a":{"b":1}} a) b) "")',
    ],
    ["two expressions", "'${a}-${b}'", '(text "" a "-" b "")'],
    ["many lines, without the first line end", "'''\na\n  b\n'''", JSON.stringify("a\n  b\n")],
    [
      "many lines have no escapes and no expressions",
      String.raw`'''a\n${"${b}"}'''`,
      JSON.stringify("a\\n${b}"),
    ],
    ["quotes before the closing ones", "'''a''''", JSON.stringify("a'")],
    ["many lines with expressions", "$'''a${b}c'''", '(text "a" b "c")'],
    ["more dollars want more dollars", "$$'''a${b}$${c}'''", '(text "a${b}" c "")'],
    ["a surplus of dollars is text", "$'''$${a}'''", '(text "$" a "")'],
    ["an empty one", "''", '""'],
    ["an empty one of many lines", "''''''", '""'],
  ])("%s", (_, text, tree) => {
    expect(treeOf(text)).toBe(tree);
  });

  it.each([
    ["is not closed", "'abc", "this string is not closed by ' on its line"],
    ["has an unknown escape", String.raw`'\q'`, String.raw`\q is no escape`],
    ["of many lines is not closed", "'''abc", "this string is not closed by '''"],
    ["has an expression over two lines", "'${a\n}'", "a line ends inside of an expression in a string"],
    ["has double quotes", '"abc"', "is no quotation mark here"],
  ])("a string that %s is told", (_, text, message) => {
    expect(() => treeOf(text)).toThrow(message);
  });
});
