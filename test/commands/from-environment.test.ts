import { describe, expect, it } from "vitest";
import { fromEnvironment } from "../../src/commands/from-environment.ts";
import { SCAN_OPTIONS } from "../../src/commands/options.ts";

describe("fromEnvironment", () => {
  it.each([
    ["a word", { GENOSCAN_FAIL_ON: "critical" }, "fail-on", "critical"],
    ["a list", { GENOSCAN_FORMAT: "text,sarif=a.sarif" }, "format", ["text", "sarif=a.sarif"]],
    ["yes", { GENOSCAN_STRICT: "1" }, "strict", true],
    ["true", { GENOSCAN_STRICT: "true" }, "strict", true],
    ["no", { GENOSCAN_STRICT: "False" }, "strict", false],
    ["0", { GENOSCAN_STRICT: "0" }, "strict", false],
  ] as const)("%s", (_, env, name, value) => {
    expect(fromEnvironment(SCAN_OPTIONS, env)[name]).toEqual({ ...SCAN_OPTIONS[name], default: value });
  });

  it.each([{}, { GENOSCAN_FAIL_ON: "" }, { GENOSCAN_OTHER: "x" }])("leaves the options alone: %j", (env) => {
    expect(fromEnvironment(SCAN_OPTIONS, env)).toEqual(SCAN_OPTIONS);
  });
});
