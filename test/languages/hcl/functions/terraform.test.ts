import { describe, expect, it } from "vitest";
import { FUNCTION_NAMES, TERRAFORM_VERSION } from "../../../../src/languages/hcl/functions/signature.ts";
import { DEFINITIONS } from "../../../../src/languages/hcl/functions/definitions.ts";
import { EvaluationError } from "../../../../src/languages/hcl/values/evaluation-error.ts";
import { toModelValue } from "../../../../src/languages/hcl/values/to-model.ts";
import { writeJson } from "../../../../src/languages/hcl/values/write-json.ts";
import { knownParts, reasonOf, terraformParts, typeData } from "../terraform-answer.ts";
import { cases, evaluateCall, terraform } from "./terraform-cases.ts";

/** Evaluated where expressions are: their arguments are not values, or they render templates. */
const ELSEWHERE = new Set(["templatefile", "templatestring", "try", "can"]);
/** Never computed: what they give depends on the moment or on a secret, or is nothing that a rule could read. */
const UNDECIDED = new Set(["base64gzip", "rsadecrypt"]);
const calls = cases.filter(
  ({ call }) => call !== undefined && !ELSEWHERE.has(call[0]) && !UNDECIDED.has(call[0]),
);

describe("functions, as Terraform computes them", () => {
  it("are recorded with the version whose signatures they have", () => {
    expect(terraform).toBe(TERRAFORM_VERSION);
  });

  it("are all there", () => {
    const missing = [...FUNCTION_NAMES].filter((name) => !DEFINITIONS.has(name));
    expect(missing.sort()).toEqual(["can", "try"]);
    expect([...DEFINITIONS.keys()].filter((name) => !FUNCTION_NAMES.has(name))).toEqual([]);
  });

  it("are all in the cases", () => {
    const tested = new Set(
      cases.flatMap(({ call, expression }) => call?.[0] ?? expression.replace(/\(.*/su, "")),
    );
    expect([...FUNCTION_NAMES].filter((name) => !tested.has(name))).toEqual([]);
  });

  it.each(calls.filter(({ error }) => error === true))("refuse $expression", ({ call }) => {
    expect(() => evaluateCall(call!)).toThrow(EvaluationError);
  });

  it.each(calls.filter(({ json }) => json !== undefined))("compute $expression", ({ call, json, type }) => {
    const value = evaluateCall(call!);
    expect(reasonOf(value)).toBeUndefined();
    expect(writeJson(value).data).toBe(json);
    // a plan does not tell the type of a null
    expect(json === "null" ? "dynamic" : typeData(value.type)).toEqual(type);
  });

  it.each(calls.filter(({ unknown }) => unknown !== undefined))(
    "leave open what is open in $expression",
    (each) => {
      expect(knownParts(toModelValue(evaluateCall(each.call!)), each.unknown)).toEqual(terraformParts(each));
    },
  );
});
