import { describe, expect, it } from "vitest";
import { FORMATS } from "../../src/reporters/index.ts";
import { fullResult } from "./full-result.ts";
import { findMarkup } from "./find-markup.ts";
import { parseCsv, render } from "./render.ts";
import { HOSTILE, OPTIONS } from "./sample.ts";

/** What strangers may call a resource, a file, a tag or themselves. */
const NAMES = [
  ...HOSTILE,
  "=cmd|'/C calc'!A0",
  "+1+1",
  "@SUM(1+1)",
  "\t=1+1",
  "\uFF1D1+1",
  "%0A::error::pwned",
  "\n::error::pwned",
  "::set-output name=a::b",
  "a | b || c",
  "`code` ``more`` ```",
  "</script><script>alert(1)</script>",
  "</details><details open>",
  "<!-- genoscan:other -->",
  "-->",
  "![x](https://evil.example/x.png)",
  "https://evil.example/login www.evil.example",
  "@octocat, see #1 and GH-2 and octo/repo#3",
  "# heading",
  "- item\n- item",
  "1. item",
  "***\n===",
  "$\\sqrt{x}$",
  "]]><x/>",
  "&lt;b&gt; &amp;",
  "\\",
  "\uFFFE\uFFFF",
  "a\u200Bb\u00ADc",
  "",
  " ",
] as const;

describe.each(FORMATS)("a hostile name in every place of a report: %s", (format) => {
  it.each(NAMES)("%j commands nothing", async (name) => {
    const text = await render(format, fullResult(name), { ...OPTIONS, verbose: true });
    expect(text).not.toMatch(/[^\P{C}\t\r\n\uFFFE\uFFFF]/u);
    expect(text).not.toMatch(/[\u2028\u2029]/);
    expect(text).not.toMatch(/^\s*::/m);
    expect(text).not.toContain("##[");
  });
});

describe.each(NAMES)("%j", (name) => {
  it("is text in Markdown", async () => {
    for (const verbose of [false, true]) {
      const text = await render("markdown", fullResult(name), { ...OPTIONS, verbose });
      expect(await findMarkup(text)).toEqual([]);
    }
  });

  it("leaves links where they belong", async () => {
    const filesUrl = "https://github.example/o/r/blob/c0ffee/";
    const text = await render("markdown", fullResult(name), { ...OPTIONS, filesUrl });
    expect((await findMarkup(text)).filter((found) => !found.startsWith(`link ${filesUrl}`))).toEqual([]);
  });

  it("is no formula, and every line has all columns", async () => {
    for (const format of ["csv", "csv-controls"] as const) {
      const rows = parseCsv(await render(format, fullResult(name)));
      expect(rows.length).toBe(format === "csv" ? 7 : 3);
      expect(new Set(rows.map((row) => row.length)).size).toBe(1);
      expect(rows.flat().filter((cell) => /^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]/.test(cell))).toEqual([]);
    }
  });
});

it.each(NAMES.filter((name) => /[<&]/.test(name)))("%j is no tag of HTML", async (name) => {
  // where a long name may be broken depends on the name
  const tagsOf = (text: string) => text.replaceAll("<wbr>", "").match(/<[!/]?[a-z][^\s>]*/gi);
  const [hostile, plain] = [
    await render("html", fullResult(name)),
    await render("html", fullResult("plain")),
  ];
  expect(tagsOf(hostile)).toEqual(tagsOf(plain));
});

it.each([
  "<img src=x>",
  "<b>x</b> and <details><summary>What to paste</summary><script>",
  "[x](https://evil.example)",
  "![x](https://evil.example/x.png)",
  "see https://evil.example",
  "<https://evil.example>",
  "see www.evil.example",
  "ask @octocat",
  "see #1",
  "see GH-1",
])("the check of the Markdown sees %j", async (markdown) => {
  expect(await findMarkup(markdown)).not.toEqual([]);
});
