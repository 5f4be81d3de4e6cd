import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { ResultDocument } from "../../src/model/result-document.ts";
import { reportHtml as partsOfHtml } from "../../src/reporters/html.ts";
import { readVerdict } from "../../src/reporters/html/read-data.ts";
import type { ReportData } from "../../src/reporters/html/report-data.ts";
import { fullResult } from "./full-result.ts";
import { HOSTILE, OPTIONS, result, verdict } from "./sample.ts";

const MARKUP = [
  "</script><script>alert(1)</script>",
  "<!--<script>",
  "\"' onmouseover=alert(1) x='",
  "${alert(1)}",
  "&lt;b&gt;",
] as const;

const DIGEST = "0".repeat(64);

function reportHtml(given: ResultDocument, options = OPTIONS): string {
  return [...partsOfHtml(given, options)].join("");
}

function textOfData(html: string): string {
  return /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)?.[1] ?? "";
}

function dataOf(html: string): ReportData {
  return JSON.parse(textOfData(html)) as ReportData;
}

/** What a reader sees: without scripts, style and data. */
function pageOf(html: string): string {
  return html.replace(/<(script|style)\b[^>]*>.*?<\/\1>/gs, "");
}

/** Tags with their attributes, as a reader of HTML meets them. */
function tagsOf(html: string): readonly string[] {
  return pageOf(html).match(/<[a-z][^<>]*>/gi) ?? [];
}

describe("reportHtml", () => {
  it("gives the same bytes each time", () => {
    const given = fullResult("a");
    expect(reportHtml(given)).toBe(reportHtml(structuredClone(given)));
  });

  it("lets a browser use its own style and scripts, by their digests, and nothing else", () => {
    const html = reportHtml(result([verdict()]));
    const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    const digests = (tag: string): readonly string[] =>
      [...html.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, "gs"))].map(
        ([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
      );
    expect(policy.split("; ")).toEqual([
      "default-src 'none'",
      `script-src ${digests("script").join(" ")}`,
      `style-src ${digests("style").join(" ")}`,
      "img-src data:",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it("asks for nothing: every address of another place is a link that a reader may follow", () => {
    const html = reportHtml(fullResult("https://evil.example/x"));
    const others = tagsOf(html).filter((tag) =>
      /(?:src|href|action|data|poster|srcset)="(?!#|data:)/.test(tag),
    );
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter((tag) => !/^<a [^>]*rel="noreferrer noopener"/.test(tag))).toEqual([]);
    const [, style = ""] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
    expect(style).not.toMatch(/url\(|@import|https?:/);
  });

  it("has no script or style outside of those that its policy names", () => {
    const html = reportHtml(fullResult("a"));
    expect(tagsOf(html).filter((tag) => /\s(?:on\w+|style)=/.test(tag))).toEqual([]);
    expect(html.match(/<script\b/g)).toHaveLength(3);
  });

  it.each([...HOSTILE, ...MARKUP])("shows a hostile text as text, wherever it stands: %j", (text) => {
    const html = reportHtml(fullResult(text));
    const sound = reportHtml(fullResult("a"));
    const shapeOf = (page: string): readonly string[] =>
      tagsOf(page.replaceAll("<wbr>", "")).map((tag) => /^<[a-z0-9]+/i.exec(tag)?.[0] ?? "");
    // an address that may be followed is the only text that makes a tag
    expect(shapeOf(html)).toEqual(shapeOf(sound));
    expect(/[^\P{C}\n]|[\u2028\u2029]/u.exec(pageOf(html) + textOfData(html))).toBeNull();
    expect(html.match(/<\/?script\b/gi)).toHaveLength(6);
    expect(html).not.toContain("<!--");
  });

  it.each(["javascript:alert(1)", "data:text/html,<script>", "//evil.example", "vbscript:x"])(
    "makes no link of %s",
    (link) => {
      expect(
        tagsOf(reportHtml(fullResult(link))).filter((tag) => /href="(?!#|https?:|data:image\/svg)/.test(tag)),
      ).toEqual([]);
    },
  );

  it("says what its script reads as the result says it", () => {
    const text = "</script>\u2028<";
    const given = fullResult(text);
    const data = dataOf(reportHtml(given));
    expect(data.verdicts).toHaveLength(given.verdicts.length);
    const [failed, , unknown, waived] = given.verdicts.map((_, index) => readVerdict(data, index));
    expect(failed).toMatchObject({
      rule: { id: "aws-s3-lock", severity: "critical" },
      outcome: "fail",
      resource: { address: text, type: "AWS::S3::Bucket", writtenType: text, place: `${text}:3:5` },
      message: `Objects in ${text} can be deleted`,
      place: `${text}:3:5`,
      calls: [`${text}:3:5`],
    });
    expect(failed?.evidence).toMatchObject([
      { property: text, pointer: `/${text}`, kind: "value", found: JSON.stringify(text), note: text },
      { address: "other", found: `{${JSON.stringify(text)}: ${JSON.stringify(text)}}` },
      { kind: "unknown", found: text },
      { kind: "reference", found: text },
    ]);
    expect(unknown).toMatchObject({ outcome: "unknown", reasons: [text] });
    expect(waived).toMatchObject({ outcome: "fail", waiver: { owner: text, expires: "2027-01-01" } });
  });

  it("says each text of its data once", () => {
    const many = Array.from({ length: 500 }, () =>
      verdict({ reasons: ["a reason of some length, the same for all"] }),
    );
    const { texts, evidence, resources } = dataOf(reportHtml(result(many)));
    expect(new Set(texts).size).toBe(texts.length);
    expect([evidence.length, resources.length]).toEqual([1, 1]);
  });

  it("begins each of many blocks with some verdicts, and says how many more there are", () => {
    const many = Array.from({ length: 2001 }, (_, index) => verdict({ address: `bucket-${String(index)}` }));
    const html = reportHtml(result(many));
    expect(html).toContain("1,991 more verdicts");
    expect(pageOf(html).match(/class="fingerprint"/g)).toHaveLength(10);
  });

  it("shows all findings of a result of common size", () => {
    const some = Array.from({ length: 300 }, (_, index) => verdict({ address: `bucket-${String(index)}` }));
    const html = reportHtml(result(some));
    expect(html).not.toContain("more verdicts");
    expect(pageOf(html).match(/class="fingerprint"/g)).toHaveLength(300);
  });
});

describe("what the report says", () => {
  it("that a scan covers technical controls only, and never that something is compliant or certified", () => {
    const page = pageOf(reportHtml(fullResult("a"))).toLowerCase();
    expect(page.includes("a scan covers technical controls only")).toBe(true);
    expect(page.includes("evidence that supports")).toBe(true);
    expect(/\b(?:compliant|certified)\b/.exec(page)).toBeNull();
  });

  it("that nothing was assessed when no rule has anything to say", () => {
    const html = reportHtml(result([]));
    expect(html).toContain("Nothing was assessed.");
    expect(html).not.toContain("No findings");
  });

  it("that a scan without findings was incomplete", () => {
    const coverage = [{ code: "c", subject: "module.a", reason: "its source is not here" }];
    const html = pageOf(reportHtml(result([verdict({ verdict: "pass" })], { coverage })));
    expect(html).toContain("No findings in what was read");
    expect(html).toContain("<b>Incomplete.</b>");
    expect(html).toContain("its source is not here");
  });

  it("what is new, known and fixed against the baseline", () => {
    const baseline = {
      file: "b.json",
      sha256: DIGEST,
      new: 1,
      known: 7,
      notSeen: 0,
      fixed: [{ rule: "r", title: "Mended", severity: "high", address: "x", fingerprint: "f" }],
    } as const;
    const html = reportHtml(
      result([verdict({ baseline: "new" })], { baseline: { ...baseline, fixed: [...baseline.fixed] } }),
    );
    expect(html).toMatch(/<b>1<\/b> new.*<b>1<\/b> fixed.*<b>7<\/b> known/s);
    expect(html).toContain("Mended");
  });

  it("with what to mend a finding, in the language of the input", () => {
    const html = reportHtml(result([verdict()]));
    expect(html).toContain("Lock the objects.");
    expect(html).toContain("mode = &quot;COMPLIANCE&quot;");
    expect(html).not.toContain("resource y");
  });

  it("how often each rule spoke, as the result counts it, or as its verdicts do", () => {
    const counted = { pass: 5, fail: 4, unknown: 3, waived: 2 };
    const rules = [{ id: "r", title: "Counted", severity: "low", controls: [], counts: counted }] as const;
    const html = pageOf(
      reportHtml(
        result([verdict(), verdict({ address: "b", verdict: "unknown" })], {
          rules: rules.map((rule) => ({ ...rule, controls: [] })),
        }),
      ),
    );
    const numbersOf = (id: string): readonly string[] => {
      const row = new RegExp(`<tr id="rule:${id}".*?</tr>`, "s").exec(html)?.[0] ?? "";
      return [...row.matchAll(/<td class="number[^>]*>(\d+)/g)].map(([, number = ""]) => number);
    };
    expect(numbersOf("r")).toEqual(["4", "3", "5", "2"]);
    expect(numbersOf("aws-s3-lock")).toEqual(["1", "1", "0", "0"]);
  });

  it("when, from which commit and by whom", () => {
    const run = { startedAt: "2026-01-05T06:07:08.000Z", commit: "4fd2c0ffee4fd2c0ffee", identity: "jane" };
    const html = reportHtml(result([verdict()], { run }));
    expect(html).toContain("5 January 2026, 06:07 UTC");
    expect(html).toContain("commit 4fd2c0ffee4f");
    expect(html).toContain("started by jane");
  });
});
