import { describe, expect, it } from "vitest";
import { planOutputs } from "../../src/commands/plan-outputs.ts";

describe("planOutputs", () => {
  it.each([
    ["nothing said is text on standard output", undefined, undefined, [{ format: "text", file: undefined }]],
    ["one format", ["json"], undefined, [{ format: "json", file: undefined }]],
    ["-o names the file of the one format", ["json"], "a.json", [{ format: "json", file: "a.json" }]],
    ["-o alone is text in a file", undefined, "a.txt", [{ format: "text", file: "a.txt" }]],
    [
      "a format with a file, and one on standard output",
      ["sarif=a.sarif", "text"],
      undefined,
      [
        { format: "sarif", file: "a.sarif" },
        { format: "text", file: undefined },
      ],
    ],
    ["a file name may hold =", ["json=a=b.json"], undefined, [{ format: "json", file: "a=b.json" }]],
  ])("%s", (_, formats, file, outputs) => {
    expect(planOutputs(formats, file)).toEqual(outputs);
  });

  it.each([
    ["a format that is misspelt", ["jsno"], undefined, 'usage: "jsno" is not a format; did you mean "json"?'],
    [
      "a format that is none",
      ["pdf-a"],
      undefined,
      'usage: "pdf-a" is not a format; known are text, json, sarif',
    ],
    [
      "no file after =",
      ["json="],
      undefined,
      "usage: -f json= names no file; write -f json=FILE, or -f json alone",
    ],
    [
      "two formats on standard output",
      ["json", "text"],
      undefined,
      "usage: two reports cannot both go to standard output; name a file for each: -f text=FILE",
    ],
    [
      "two formats in one file",
      ["json", "text"],
      "a",
      'usage: two reports cannot both go to "a"; name a file for each: -f text=FILE',
    ],
  ])("refuses %s", (_, formats, file, sentence) => {
    expect(() => planOutputs(formats, file)).toThrow(sentence);
  });
});
