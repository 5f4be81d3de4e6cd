import { describe, expect, it } from "vitest";
import { parseHclJson } from "../../../src/languages/hcl/parse-hcl-json.ts";
import { showBody } from "./show.ts";

function shownOf(json: string, file = "main.tf.json"): string {
  const { body, problems } = parseHclJson(json, file);
  expect(problems).toEqual([]);
  return showBody(body);
}

describe("bodies", () => {
  it.each([
    ["nothing", "{}", ""],
    [
      "labels by nesting",
      '{"resource": {"t": {"n": {"a": 1}, "m": {}}}}',
      'resource "t" "n" {a = 1}; resource "t" "m" {}',
    ],
    ["an array of blocks", '{"locals": [{"a": 1}, {"b": 2}]}', "locals {a = 1}; locals {b = 2}"],
    [
      "arrays at every level",
      '[{"output": [{"x": [{"value": 1}]}, {"y": {}}]}]',
      'output "x" {value = 1}; output "y" {}',
    ],
    [
      "several objects as one body",
      '{"output": {"x": [[{"value": 1}, {"description": "d"}]]}}',
      'output "x" {value = 1; description = "d"}',
    ],
    [
      "a property that stands twice is two blocks",
      '{"locals": {"a": 1}, "locals": {"b": 2}}',
      "locals {a = 1}; locals {b = 2}",
    ],
    ["null is no block", '{"resource": {"t": {"n": null}}, "locals": null}', ""],
    [
      "blocks of Terraform in a resource",
      '{"resource": {"t": {"n": {"lifecycle": {"prevent_destroy": true, "precondition": [{"condition": "${a}"}]}, "provisioner": [{"local-exec": {"when": "destroy"}}], "connection": {}}}}}',
      'resource "t" "n" {lifecycle {prevent_destroy = true; precondition {condition = wrap(a)}}; provisioner "local-exec" {when = destroy}; connection {}}',
    ],
    [
      "dynamic blocks, in each other too",
      '{"resource": {"t": {"n": {"dynamic": {"d": {"for_each": "${a}", "iterator": "i", "content": {"b": 1, "dynamic": {"e": {"content": {}}}}}}}}}}',
      'resource "t" "n" {dynamic "d" {for_each = wrap(a); iterator = i; content {b = 1; dynamic "e" {content {}}}}}',
    ],
    [
      "what a provider knows as a block is an attribute here",
      '{"resource": {"t": {"n": {"ingress": [{"a": 1}]}}}}',
      'resource "t" "n" {ingress = [{("a") = 1}]}',
    ],
    [
      "blocks of terraform",
      '{"terraform": {"required_version": "> 1", "required_providers": {"aws": {"source": "s"}}, "backend": {"s3": {"key": "${"}}}}',
      'terraform {required_version = "> 1"; required_providers {aws = {("source") = "s"}}; backend "s3" {key = "${"}}',
    ],
    [
      "data in a check",
      '{"check": {"c": {"data": {"t": {"n": {}}}, "assert": {"condition": true}}}}',
      'check "c" {data "t" "n" {}; assert {condition = true}}',
    ],
    ["a byte order mark and white space", '\uFEFF \r\n\t{"a": 1} \n', "a = 1"],
  ])("%s", (_, json, shown) => {
    expect(shownOf(json)).toBe(shown);
  });

  it("says that it is JSON", () => {
    expect(parseHclJson('{"locals": {}}', "main.tf.json").body).toMatchObject({
      syntax: "json",
      blocks: [{ body: { syntax: "json" } }],
    });
  });
});

describe("values", () => {
  it.each([
    [
      "the kinds of JSON",
      '{"locals": {"a": [null, true, false, 1.50, -2e3, "b", {"c": []}]}}',
      'locals {a = [null, true, false, 1.50, (-2e3), "b", {("c") = []}]}',
    ],
    ["strings are templates", '{"locals": {"a": "b ${c} d"}}', 'locals {a = t("b ", c, " d")}'],
    [
      "names in values are templates too",
      '{"locals": {"a": {"b-${c}": 1}}}',
      'locals {a = {(t("b-", c)) = 1}}',
    ],
    [
      "escapes of JSON come before the template",
      '{"locals": {"a": "\\u0024{b(\\"c\\")}\\n\\/"}}',
      String.raw`locals {a = t(b("c"), "\n/")}`,
    ],
    [
      "half of a surrogate pair is replaced",
      String.raw`{"locals": {"a": "\ud800x"}}`,
      'locals {a = "\uFFFDx"}',
    ],
    ["CRLF in a template", String.raw`{"locals": {"a": "b\r\nc"}}`, String.raw`locals {a = "b\r\nc"}`],
    ["text is in form NFC", '{"locals": {"a": "e\u0301"}}', 'locals {a = "é"}'],
    [
      "text that holds an expression",
      '{"resource": {"t": {"n": {"depends_on": ["a.b", "c[0]"], "provider": "aws.x"}}}}',
      'resource "t" "n" {depends_on = [a.b, c[0]]; provider = aws.x}',
    ],
    [
      "a type",
      '{"variable": {"v": {"type": "list(object({a = string}))"}}}',
      'variable "v" {type = list(object({a = string}))}',
    ],
    [
      "providers of a module",
      '{"module": {"m": {"source": "./${", "providers": {"aws": "aws.x", "aws.y": "aws"}}}}',
      'module "m" {source = "./${"; providers = {aws = aws.x, (aws.y) = aws}}',
    ],
    [
      "text that nobody evaluates",
      '{"variable": {"v": {"description": "${", "default": {"a": "%{ b"}}}}',
      'variable "v" {description = "${"; default = {("a") = "%{ b"}}',
    ],
    [
      "moved and import",
      '{"moved": [{"from": "a.b", "to": "module.c.a.b"}], "import": {"id": "x${a}", "to": "a.b[\\"c\\"]"}}',
      'moved {from = a.b; to = module.c.a.b}; import {id = t("x", a); to = a.b["c"]}',
    ],
  ])("%s", (_, json, shown) => {
    expect(shownOf(json)).toBe(shown);
  });

  it("values of variables are no templates", () => {
    const json = '{"a": "${b}", "c": {"locals": "%{"}, "locals": 1}';
    expect(shownOf(json, "x/prod.auto.tfvars.json")).toBe('a = "${b}"; c = {("locals") = "%{"}; locals = 1');
  });
});

// accepted and refused as `terraform validate` 1.11.4 does, but for the byte order mark
describe("what is refused", () => {
  it.each([
    ["", "1:1", "expected a value, found the end of the text"],
    ["null", "1:1", "a file is an object or an array of objects here"],
    ["[1]", "1:2", "a file is an object or an array of objects here"],
    ['{"locals": 1}', "1:12", 'the content of "locals" is an object or an array of objects here'],
    ['{"resource": {}}', "1:14", '"resource" needs a property, whose name is the block\'s label'],
    ['{"resource": {"t": 1}}', "1:20", 'the value of "resource" is an object or an array of objects here'],
    ['{"resource": {"//": "c"}}', "1:21", 'the value of "resource" is an object or an array of objects here'],
    ['{"locals": {"a": 1, "a": 2}}', "1:21", 'the attribute "a" is set twice in the same block'],
    ['{"locals": {"a": {"b": 1, "b": 2}}}', "1:27", '"b" stands twice in the same object'],
    ['{"locals": {"a": 1},}', "1:21", 'expected a name in double quotes, found "}"'],
    ['{"locals": {"a": [1,]}}', "1:21", 'expected a value, found "]"'],
    ['{"locals": {"a": [1 2]}}', "1:21", 'expected "," or "]", found "2"'],
    ['{"locals" {}}', "1:11", 'expected ":" and a value after the name, found "{"'],
    ["{locals: {}}", "1:2", 'expected a name in double quotes, found "locals"'],
    ['{"locals": {"a": 1}', "1:20", 'expected "," or "}", found the end of the text'],
    ['{"locals": {"a": 1}} b', "1:22", 'expected the end of the text, found "b"'],
    ['{"locals": {"a": 01}}', "1:19", 'expected "," or "}", found "1"'],
    ['{"locals": {"a": 1e99999999999}}', "1:18", '"1e99999999999" is no number'],
    ['{"locals": {"a": NaN}}', "1:18", 'expected a value, found "NaN"'],
    ['{"locals": {"a": "b\n"}}', "1:18", "this string is not closed by a quotation mark on its line"],
    ['{"locals": {"a": "b', "1:18", "this string is not closed by a quotation mark on its line"],
    [
      String.raw`{"locals": {"a": "\\\x"}}`,
      "1:21",
      String.raw`\x is no escape of JSON; a backslash is written \\`,
    ],
    [
      String.raw`{"locals": {"a": "\u12"}}`,
      "1:19",
      String.raw`\u is no escape of JSON; a backslash is written \\`,
    ],
    ['{"locals": {"a": "b ${"}}', "1:23", "expected a value, found the end of the text"],
    ['{"locals": {"a": "%{ if b }"}}', "1:19", 'this "if" has no "endif"'],
    ['{"variable": {"v": {"type": "list("}}}', "1:34", 'this call is not closed by ")"'],
  ])("%j", (json, place, message) => {
    const { body, problems } = parseHclJson(json, "main.tf.json");
    const [line, column] = place.split(":").map(Number);
    expect(problems).toMatchObject([
      { code: "hcl-syntax", message, location: { file: "main.tf.json", line, column } },
    ]);
    expect(body.attributes.size + body.blocks.length).toBe(0);
  });
});
