import { describe, expect, it } from "vitest";
import { parseWaiver } from "../../src/triage/parse-waiver.ts";

const RULES = new Set(["aws-s3-report-object-lock", "aws-s3-phi-versioning"]);
const END = 'reason="moves" until=2027-01-31';
const WHOLE = { rules: ["aws-s3-report-object-lock"], reason: "moves", expires: "2027-01-31" };

describe("what a comment to genoscan says", () => {
  it.each([
    ["a rule, a reason, a last day", `ignore aws-s3-report-object-lock ${END}`, WHOLE],
    [
      "several rules, separated by commas with and without spaces",
      `ignore aws-s3-report-object-lock,aws-s3-phi-versioning, aws-s3-phi-versioning ${END}`,
      { ...WHOLE, rules: ["aws-s3-report-object-lock", "aws-s3-phi-versioning"] },
    ],
    [
      "owner and ticket, in any order",
      `ignore aws-s3-report-object-lock ticket=T-1 ${END} owner="Jane Doe"`,
      { ...WHOLE, owner: "Jane Doe", ticket: "T-1" },
    ],
    [
      "quotation marks in a reason",
      String.raw`ignore aws-s3-report-object-lock reason="the \"old\" lab \\ wing" until=2027-01-31`,
      { ...WHOLE, reason: String.raw`the "old" lab \ wing` },
    ],
    [
      "a comment of several lines",
      `ignore aws-s3-report-object-lock\n  reason="moves"\n  until=2027-01-31`,
      WHOLE,
    ],
    ["a day in quotation marks", `ignore aws-s3-report-object-lock reason=moves until="2027-01-31"`, WHOLE],
  ])("%s", (_, text, waiver) => {
    expect(parseWaiver(text, RULES)).toEqual({ ok: true, waiver });
  });

  it.each([
    ["no reason", "ignore aws-s3-phi-versioning until=2027-01-31", 'a reason is missing: reason="…"'],
    ["an empty reason", 'ignore aws-s3-phi-versioning reason=" " until=2027-01-31', "reason is empty"],
    ["no last day", 'ignore aws-s3-phi-versioning reason="r"', "its last day is missing: until=YYYY-MM-DD"],
    [
      "a day that is none",
      'ignore aws-s3-phi-versioning reason="r" until=31.01.2027',
      '"31.01.2027" is no date; write until=YYYY-MM-DD',
    ],
    [
      "the 30th of February",
      'ignore aws-s3-phi-versioning reason="r" until=2027-02-30',
      '"2027-02-30" is no date; write until=YYYY-MM-DD',
    ],
    [
      "the 29th of February of a year that has none",
      'ignore aws-s3-phi-versioning reason="r" until=2100-02-29',
      '"2100-02-29" is no date; write until=YYYY-MM-DD',
    ],
    [
      "a rule that is misspelt",
      `ignore aws-s3-phi-versionning ${END}`,
      'there is no rule "aws-s3-phi-versionning"; did you mean "aws-s3-phi-versioning"?',
    ],
    ["all rules at once", `ignore * ${END}`, 'there is no rule "*"'],
    ["no rule", `ignore ${END}`, "it names no rule"],
    [
      "rules without a comma",
      `ignore aws-s3-phi-versioning aws-s3-report-object-lock ${END}`,
      '"aws-s3-report-object-lock" is not expected there; rules are separated by commas, and what is told of them is written as reason="…"',
    ],
    [
      "a word that is misspelt",
      `ignore aws-s3-phi-versioning raeson="r" ${END}`,
      '"raeson" is not a word of a waiver; did you mean "reason"?',
    ],
    ["a word said twice", `ignore aws-s3-phi-versioning ${END} until=2028-01-31`, "until is said twice"],
    [
      "a verb that is misspelt",
      `ingore aws-s3-phi-versioning ${END}`,
      '"ingore" is no word for a comment; did you mean "ignore"?',
    ],
    [
      "a quotation mark that is not closed",
      'ignore aws-s3-phi-versioning until=2027-01-31 reason="r',
      "a quotation mark is not closed, or stands where none belongs",
    ],
    [
      "a very long text",
      `ignore aws-s3-phi-versioning reason="${"x".repeat(3000)}"`,
      "it has more than 2000 characters",
    ],
  ])("refuses %s", (_, text, problem) => {
    const parsed = parseWaiver(text, RULES);
    expect(parsed.ok ? [] : parsed.problems).toContain(problem);
  });

  it("tells all that is wrong at once", () => {
    const parsed = parseWaiver("ignore nothing-like-it owner=jane", RULES);
    expect(parsed).toEqual({
      ok: false,
      problems: [
        'there is no rule "nothing-like-it"',
        'a reason is missing: reason="…"',
        "its last day is missing: until=YYYY-MM-DD",
      ],
    });
  });
});
