import { describe, expect, it } from "vitest";
import type { ResultVerdict } from "../../src/model/result-document.ts";
import { reportMarkdown } from "../../src/reporters/markdown.ts";
import { findMarkup } from "./find-markup.ts";
import { OPTIONS, result, verdict } from "./sample.ts";

const SIZES = [65_536, 1_048_576] as const;
const WAIVER = {
  kind: "configuration",
  reason: "moves",
  owner: "jane",
  expires: "2027-01-01",
  location: { file: "genoscan.yaml" },
} as const;

function many(rules: number, resources: number): readonly ResultVerdict[] {
  return Array.from({ length: rules * resources }, (_, index) =>
    verdict({
      rule: `rule-${String(Math.floor(index / resources))}`,
      title: `Rule ${String(Math.floor(index / resources))} holds`,
      severity: index < (rules * resources) / 2 ? "critical" : "low",
      address: `module.clinic["${String(index)}"].aws_s3_bucket.reports`,
      location: { file: "modules/clinic/main.tf", line: index + 1 },
    }),
  );
}

describe("reportMarkdown", () => {
  it("says what is wrong, where, and what to paste", () => {
    const text = reportMarkdown(
      result([verdict({ location: { file: "main.tf", line: 3, column: 5 } })], {
        controls: [],
      }),
      OPTIONS,
    );
    expect(text.split("\n").slice(0, 14)).toEqual([
      "### genoscan: 1 finding",
      "",
      "**1 critical** · 0 not decided · 0 passed\\",
      "3 resources in 1 input, 4 rules; the scan fails on findings from high",
      "",
      "#### CRITICAL: Report buckets lock every object",
      "",
      "`aws-s3-lock` · hipaa 164.312(c)(1) · genomics GEN-AWS-RPT-001",
      "",
      "- `aws_s3_bucket.reports` at `main.tf:3:5`",
      "  - Objects in `aws_s3_bucket.reports` can be deleted",
      '  - `rule[0].mode is "GOVERNANCE", expected "COMPLIANCE"`',
      "",
      "<details><summary>What to paste</summary>",
    ]);
    expect(text).toContain('```hcl\nresource "x" "y" {\n  mode = "COMPLIANCE"\n}\n```');
    expect(text).not.toContain("resource y 'x'");
    expect(text).not.toContain("shortened");
  });

  it("shows one mistake in one block, however many resources have it", () => {
    const text = reportMarkdown(result(["a", "b", "c"].map((address) => verdict({ address }))), OPTIONS);
    expect(text.match(/^#### /gm)).toHaveLength(1);
    expect(text.match(/What to paste/g)).toHaveLength(1);
    expect(text.match(/^- `[abc]`$/gm)).toHaveLength(3);
  });

  it("shows what is new, and folds away what is known, waived, or not decided", () => {
    const text = reportMarkdown(
      result([
        verdict({ address: "fresh", baseline: "new" }),
        verdict({ address: "old", baseline: "known" }),
        verdict({ address: "accepted", waiver: WAIVER }),
        verdict({ address: "open", verdict: "unknown", reasons: ["known after apply"], baseline: "new" }),
      ]),
      OPTIONS,
    );
    const [shown = "", ...folded] = text.split(/(?=<details>)/);
    expect(shown).toContain("`fresh`");
    for (const address of ["old", "accepted", "open"]) expect(shown).not.toContain(address);
    expect(folded.join("")).toContain("<summary>1 known finding: the baseline holds them</summary>");
    expect(folded.join("")).toContain("`accepted`: moves (jane, until 2027-01-01)");
    expect(folded.join("")).toContain("because: known after apply");
  });

  it("puts what was not read above everything, and calls no incomplete scan clean", () => {
    const text = reportMarkdown(
      result([], { coverage: [{ code: "c", subject: "module.x", reason: "its source is not here" }] }),
      OPTIONS,
    );
    expect(text).toMatch(/^### genoscan: No findings in what was read\n/);
    expect(text).toContain("> [!WARNING]\n> **Incomplete:**");
    expect(text).toContain("> - `module.x`: its source is not here");
  });

  it("links to the line when it knows where the files are, and to nothing outside of them", () => {
    const options = { ...OPTIONS, filesUrl: "https://github.example/o/r/blob/c0ffee/" };
    const linkOf = (file: string) =>
      /^- `aws_s3_bucket.reports` at (.*)$/m.exec(
        reportMarkdown(result([verdict({ location: { file, line: 3 } })]), options),
      )?.[1];
    expect(linkOf("a b/(x).tf")).toBe(
      "[`a b/(x).tf:3`](https://github.example/o/r/blob/c0ffee/a%20b/%28x%29.tf#L3)",
    );
    for (const file of ["../x.tf", "/etc/x.tf", "a/../../x.tf", "C:\\x.tf", "-"]) {
      expect(linkOf(file)).not.toContain("](");
    }
  });

  it("folds mistakes when there are more than somebody reads", () => {
    const text = reportMarkdown(result(many(20, 2)), OPTIONS);
    expect(text.match(/^#### /gm)).toHaveLength(5);
    expect(text).toContain("<details><summary><b>CRITICAL</b>: Rule 6 holds (2 resources)</summary>");
  });

  it.each(SIZES)("takes at most %i bytes, and says that it leaves something out", async (mostBytes) => {
    const verdicts = many(mostBytes / 100, 3);
    const text = reportMarkdown(result(verdicts), { ...OPTIONS, mostBytes });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(mostBytes);
    expect(Buffer.byteLength(text)).toBeGreaterThan(mostBytes * 0.9);
    expect(text).toMatch(/\*\*This page is shortened\*\*.* \d+ mistakes had no place at all/);
    // the worst are the ones that stay
    const shown = [...text.matchAll(/Rule (\d+) holds/g)].map(([, number]) => Number(number));
    expect(shown).toEqual(shown.map((_, index) => index));
    expect(text).toContain("no attestation.</sub>");
    expect(await findMarkup(text.slice(0, 20_000))).toEqual([]);
  });

  it("mentions every mistake before it shows the first ones in full", () => {
    const text = reportMarkdown(result(many(200, 3)), { ...OPTIONS, mostBytes: 65_536 });
    expect(text).toContain("Rule 199 holds");
    expect(text).toContain("shortened");
    expect(text).not.toContain("had no place");
  });

  it("counts bytes and not characters", () => {
    const verdicts = many(300, 2).map((one) => ({ ...one, title: "\u{1F9EC}".repeat(100) }));
    const text = reportMarkdown(result(verdicts), OPTIONS);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
  });
});
