import { describe, expect, it } from "vitest";
import type { Span } from "../../../src/languages/hcl/ast.ts";
import { LineIndex } from "../../../src/languages/hcl/line-index.ts";
import { parseHcl } from "../../../src/languages/hcl/parse-hcl.ts";
import { parseHclJson } from "../../../src/languages/hcl/parse-hcl-json.ts";
import { findNodes } from "./find-nodes.ts";

/** Every node of a kind as its text. */
function textsOf(text: string, kind: string, parse = parseHcl): string[] {
  const { body, problems } = parse(text, "main.tf");
  expect(problems).toEqual([]);
  return findNodes(body, kind).map(({ start, end }) => text.slice(start, end));
}

describe("places of nodes in native syntax", () => {
  it.each([
    ["body", "a {\n b = 1\n}\n", ["a {\n b = 1\n}\n", "{\n b = 1\n}"]],
    ["body", "a { b = 1 }", ["a { b = 1 }", "{ b = 1 }"]],
    ["block", '  a "b" c { d = 1 } # e\n', ['a "b" c { d = 1 }']],
    ["label", 'a "b" c {}', ['"b"', "c"]],
    ["attribute", "  a = 1 # b\nc=[\n1\n]\n", ["a = 1", "c=[\n1\n]"]],
    ["null", "a = null", ["null"]],
    ["boolean", "a = [ true , false ]", ["true", "false"]],
    ["number", "a = 1.5e3 + 2", ["1.5e3", "2"]],
    ["string", 'a = "b c" + f("d")', ['"b c"', '"d"']],
    ["string", "a = <<-E\n  b\n  E\nc = 1", ["<<-E\n  b\n  E"]],
    ["template", 'a = "b${c}" ', ['"b${c}"']],
    ["template", "a = <<E\nb${c}\nE\n", ["<<E\nb${c}\nE"]],
    ["wrap", 'a = "${ b }" ', ['"${ b }"']],
    ["interpolation", 'a = "b${~ c ~}d${e}"', ["${~ c ~}", "${e}"]],
    ["text", 'a = "b ${~ c ~} d"', ["b ", " d"]],
    ["if", 'a = "b%{ if c }d%{ else }e%{ endif }f"', ["%{ if c }d%{ else }e%{ endif }"]],
    ["for", 'a = "b%{ for c in d }e%{ endfor }f"', ["%{ for c in d }e%{ endfor }"]],
    ["reference", "a = b . c [ 0 ] + d", ["b . c [ 0 ]", "d"]],
    ["access", "a = f ( b ) . c [ 0 ] + d", ["f ( b ) . c [ 0 ]"]],
    ["attribute-step", "a = b . c . d", [". c", ". d"]],
    ["index-step", "a = b . 0 [ c ]", [". 0", "[ c ]"]],
    ["splat-step", "a = b . * . c [ 0 ]", [". * . c"]],
    ["splat-step", "a = b [*] . c [ 0 ] + 1", ["[*] . c [ 0 ]"]],
    ["call", "a = b :: f ( c , ) + 1", ["b :: f ( c , )"]],
    ["conditional", "a = b ? c : d # e", ["b ? c : d"]],
    ["unary", "a = - b . c + 1", ["- b . c"]],
    ["binary", "a = b + c * d", ["b + c * d", "c * d"]],
    ["tuple", "a = [ 1 , ] ", ["[ 1 , ]"]],
    ["object", "a = { b = 1 , } ", ["{ b = 1 , }"]],
    ["item", "a = { b = 1 , (c) : 2 } ", ["b = 1", "(c) : 2"]],
    ["key-name", "a = { b = 1 , c : 2 } ", ["b", "c"]],
    ["for-tuple", "a = [ for b in c : d ] ", ["[ for b in c : d ]"]],
    ["for-object", "a = { for b in c : d => e } ", ["{ for b in c : d => e }"]],
    ["parentheses", "a = ( b ) + c", ["( b )"]],
  ])("%s in %j", (kind, text, texts) => {
    expect(textsOf(text, kind)).toEqual(texts);
  });

  it("names end where they end", () => {
    const text = "abc = def.g\nhij klm {}\nn = provider :: opq :: r (1)\n";
    const { body } = parseHcl(text, "main.tf");
    const [attribute] = body.attributes.values();
    expect(text.slice(attribute?.start, attribute?.nameEnd)).toBe("abc");
    const [reference] = findNodes(body, "reference") as (Span & { rootEnd: number })[];
    expect(text.slice(reference?.start, reference?.rootEnd)).toBe("def");
    const [call] = findNodes(body, "call") as (Span & { nameEnd: number })[];
    expect(text.slice(call?.start, call?.nameEnd)).toBe("provider :: opq :: r");
    const [block] = body.blocks;
    expect(text.slice(block?.typeSpan.start, block?.typeSpan.end)).toBe("hij");
  });

  it("a node lies in the node around it", () => {
    const text =
      'a "b" {\n  c = [for d, e in f.*.g : { (d) = "x${e[0]}y%{ if h }z%{ endif }" } if !i ? j : k(l...)]\n}\n';
    const { body } = parseHcl(text, "main.tf");
    expect(strays(body, body)).toEqual([]);
  });
});

describe("places of nodes in JSON", () => {
  const text = `{
  "resource": {"aws_s3_bucket": {"b": {"bucket": "x-\${var.a}", "tags": {"k": "\\u0041\\n\${f(\\"v\\")}"}}}},
  "locals": [{"a": -1.5}, {"b": [null, true]}]
}`;

  it.each([
    [
      "block",
      [
        '"b": {"bucket": "x-${var.a}", "tags": {"k": "\\u0041\\n${f(\\"v\\")}"}}',
        '{"a": -1.5}',
        '{"b": [null, true]}',
      ],
    ],
    ["label", ['"aws_s3_bucket"', '"b"']],
    ["template", ['"x-${var.a}"', '"\\u0041\\n${f(\\"v\\")}"']],
    ["interpolation", ["${var.a}", '${f(\\"v\\")}']],
    ["reference", ["var.a"]],
    ["call", ['f(\\"v\\")']],
    ["text", ["x-", "\\u0041\\n"]],
    ["string", ['"k"', '\\"v\\"']],
    ["unary", ["-1.5"]],
    ["number", ["1.5"]],
    ["tuple", ["[null, true]"]],
    [
      "attribute",
      [
        '"bucket": "x-${var.a}"',
        '"tags": {"k": "\\u0041\\n${f(\\"v\\")}"}',
        '"a": -1.5',
        '"b": [null, true]',
      ],
    ],
  ])("%s", (kind, texts) => {
    expect(textsOf(text, kind, parseHclJson)).toEqual(texts);
  });

  it("a problem in a template has its place in the file", () => {
    const { problems } = parseHclJson('{"locals": {\n  "a": "\\u0041\\n${f(\\"v\\" 1)}"}}', "main.tf.json");
    expect(problems).toMatchObject([{ location: { file: "main.tf.json", line: 2, column: 27 } }]);
  });
});

describe("lines and columns", () => {
  it.each([
    ["the beginning", "ab\ncd", 0, "1:1"],
    ["the end of a line", "ab\ncd", 2, "1:3"],
    ["the beginning of a line", "ab\ncd", 3, "2:1"],
    ["the end of the text", "ab\ncd", 5, "2:3"],
    ["CRLF ends a line", "ab\r\ncd", 4, "2:1"],
    ["a lone carriage return ends none, and is a character", "ab\rcd", 3, "1:4"],
    ["an accent of its own is one character with its letter", "e\u0301x", 2, "1:2"],
    ["a character beyond 16 bits is one", "😀x", 2, "1:2"],
    ["a family is one", "👩‍👩‍👧x", 8, "1:2"],
    ["a tab is one", "\t\tx", 2, "1:3"],
    ["a byte order mark is none", "\uFEFFab", 2, "1:2"],
  ])("%s", (_, text, offset, place) => {
    const { line, column } = new LineIndex(text).positionAt(offset);
    expect(`${line}:${column}`).toBe(place);
  });
});

/** The nodes that do not lie in the node around them. */
function strays(node: object, around: Span): object[] {
  const { start = around.start, end = around.end } = node as Partial<Span>;
  const isInside = start >= around.start && start <= end && end <= around.end;
  const parts: unknown[] = node instanceof Map ? [...node.values()] : Object.values(node);
  const inner = parts.filter((part) => typeof part === "object" && part !== null);
  return [...(isInside ? [] : [node]), ...inner.flatMap((part) => strays(part, { start, end }))];
}
