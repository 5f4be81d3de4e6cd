import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { reportJson } from "../../src/reporters/json.ts";
import { reportManifest } from "../../src/reporters/manifest.ts";
import { fullResult } from "./full-result.ts";
import { result, verdict } from "./sample.ts";

const sheet = (given = fullResult("text")) => [...reportManifest(given)].join("");

describe("reportManifest", () => {
  it.each([
    ["when", "started            2026-01-15T08:00:00.000Z"],
    ["by whom", "started by         text"],
    ["from which commit", "commit             text"],
    ["with which version", "tool               genoscan 1.2.3"],
    ["by which rules", "ruleset sha256     d1g357"],
    ["with which parameters", 'parameter          allowed = ["text"]'],
    ["from which files", "abc  text (partial)"],
    ["with which configuration", "c0ffee  text"],
    ["against which baseline", "def  text"],
    ["that it is not complete", "complete           NO: a part of the input could not be read"],
    ["what was not read", "not read           text: text"],
    ["what was not in scope", "not in scope       text (text)"],
    ["which controls nobody has attested", "1 manual (open)"],
    ["what persons attest", "hipaa 164.312(c)(1): text (text, 2026-01-01)"],
    ["what has expired", "instead: text; text (text, 2026-01-01, EXPIRED)"],
    ["who accepts a finding", "owner            text"],
    ["until when", "expires          2027-01-01"],
    ["where to sign", "Signature  ____"],
  ])("tells %s", (_, line) => {
    expect(sheet()).toContain(line);
  });

  it("is bound to the report with every verdict by its hash", () => {
    const given = fullResult("text");
    const hash = createHash("sha256")
      .update([...reportJson(given)].join(""))
      .digest("hex");
    expect(sheet(given)).toContain(`JSON sha256        ${hash}`);
    expect(sheet(result([verdict()]))).not.toContain(hash);
  });

  it("says what is not known", () => {
    const text = sheet(result([]));
    expect(text).toContain("started            not recorded (scan with --evidence)");
    expect(text).toContain("commit             not known");
  });
});
