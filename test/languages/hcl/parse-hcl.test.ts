import { describe, expect, it } from "vitest";
import type { Expression } from "../../../src/languages/hcl/ast.ts";
import { parseHcl, parseHclExpression, parseHclTemplate } from "../../../src/languages/hcl/parse-hcl.ts";
import { BODIES, EXPRESSIONS, NUMBERS, REFUSED, TEMPLATES } from "./grammar-cases.ts";
import { show, showBody } from "./show.ts";

function valueOf(text: string): Expression {
  const { body, problems } = parseHcl(`a = ${text}`, "main.tf");
  expect(problems).toEqual([]);
  const attribute = body.attributes.get("a");
  if (attribute === undefined) throw new Error("no attribute a");
  return attribute.value;
}

describe("expressions", () => {
  it.each(EXPRESSIONS)("%s", (_, text, shown) => {
    expect(show(valueOf(text))).toBe(shown);
  });

  it.each(NUMBERS)("%s keeps its text", (text, value) => {
    expect(valueOf(text)).toMatchObject({ kind: "number", text, value });
  });
});

describe("templates", () => {
  it.each(TEMPLATES)("%s", (_, text, shown) => {
    expect(show(valueOf(text))).toBe(shown);
  });

  it("tells how a text is written", () => {
    expect(valueOf('"a"')).toMatchObject({ kind: "string", form: "quoted" });
    expect(valueOf("<<E\na\nE\n")).toMatchObject({ kind: "string", form: "heredoc" });
  });

  it("keeps strip markers for whoever prints the tree", () => {
    expect(valueOf('"a ${~ b }${ c ~}"')).toMatchObject({
      parts: [
        { kind: "text" },
        { kind: "interpolation", stripBefore: true, stripAfter: false },
        { kind: "interpolation", stripBefore: false, stripAfter: true },
      ],
    });
  });
});

describe("bodies", () => {
  it.each(BODIES)("%s", (_, text, shown) => {
    const { body, problems } = parseHcl(text, "main.tf");
    expect(problems).toEqual([]);
    expect(showBody(body)).toBe(shown);
  });
});

describe("what is refused", () => {
  it.each(REFUSED)("%j at %s", (text, place, message) => {
    const { body, problems } = parseHcl(text, "main.tf");
    const [line, column] = place.split(":").map(Number);
    expect(problems).toMatchObject([
      { code: "hcl-syntax", message, location: { file: "main.tf", line, column } },
    ]);
    expect(body.attributes.size + body.blocks.length, "half a file is not judged").toBe(0);
  });
});

describe("texts of their own", () => {
  it.each([
    ["an expression", "a + 1", "(a + 1)"],
    ["line ends mean nothing around and in it", "\n a\n + 1\n", "(a + 1)"],
  ])("%s", (_, text, shown) => {
    expect(parsed(parseHclExpression(text, "x"))).toBe(shown);
  });

  it("an expression is all of the text", () => {
    const { ok } = parseHclExpression("a b", "x");
    expect(ok).toBe(false);
    expect(parsed(parseHclExpression("a b", "x"))).toBe('1:3 expected the end of the expression, found "b"');
  });

  // the values are those of `jsonencode(local.x)` in Terraform 1.11.4, from strings of a .tf.json file
  it.each([
    ["text is itself, quotes and backslashes too", 'a "b" \\n', String.raw`"a \"b\" \\n"`],
    ["an interpolation alone is its value", "${a}", "wrap(a)"],
    ["a line end after it makes it text", "${a}\n", String.raw`t(a, "\n")`],
    ["strip markers work on one line", "l1\n  ${~ a ~}\n  l2", String.raw`t("l1\n", a, "  l2")`],
    ["a dollar may end the text", "a$", '"a$"'],
    ["nothing is an empty text", "", '""'],
    ["after a lone carriage return all is text", "${a}b\rc${d}", 't(a, "b\\rc${d}")'],
    ["a byte order mark is not there", "\uFEFF${a}", "wrap(a)"],
  ])("a template: %s", (_, text, shown) => {
    expect(parsed(parseHclTemplate(text, "x"))).toBe(shown);
  });

  it("a template that is none", () => {
    expect(parsed(parseHclTemplate("a\n${b", "x"))).toBe("2:1 this ${ is not closed by a brace");
  });
});

function parsed(result: ReturnType<typeof parseHclExpression>): string {
  if (result.ok) return show(result.expression);
  const { location, message } = result.problem;
  return `${location.line}:${location.column} ${message}`;
}
