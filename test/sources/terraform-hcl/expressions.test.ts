import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { TERRAFORM_VERSION } from "../../../src/languages/hcl/functions/signature.ts";
import { parseHclExpression } from "../../../src/languages/hcl/parse-hcl.ts";
import { EvaluationError } from "../../../src/languages/hcl/values/evaluation-error.ts";
import type { HclValue } from "../../../src/languages/hcl/values/hcl-value.ts";
import { toModelValue } from "../../../src/languages/hcl/values/to-model.ts";
import { unmarkDeep } from "../../../src/languages/hcl/values/marks.ts";
import { writeJson } from "../../../src/languages/hcl/values/write-json.ts";
import { knownParts, reasonOf, terraformParts, typeData } from "../../languages/hcl/terraform-answer.ts";
import type { TerraformAnswer } from "../../languages/hcl/terraform-answer.ts";
import { openFolder } from "./open-folder.ts";

interface Case extends TerraformAnswer {
  readonly theme: string;
  readonly expression: string;
  readonly sensitive?: true;
}

const FIXTURE = "fixtures/terraform-expressions";
const { terraform, cases } = JSON.parse(readFileSync(`${FIXTURE}/expected.json`, "utf8")) as {
  readonly terraform: string;
  readonly cases: readonly Case[];
};
/** Terraform 1.12 looks at the right side only where the left one does not decide, and so does genoscan. */
const ALLOWED_SINCE = new Set([
  'false && tobool("x")',
  'true || tobool("x")',
  "true || null",
  "false && null",
  "var.none != null && length(var.none) > 0",
  "var.none == null || length(var.none) > 0",
]);
/** Terraform 1.11 forgets that an output of a module is declared sensitive; a report had better not. */
const HIDDEN = new Set(["module.child.secret", "issensitive(module.child.secret)"]);
/** Terraform takes a text that it does not know for one that is none of the known ones. */
const LEFT_OPEN = new Set(['matchkeys(["x", "y"], ["a", "b"], [local.u_string])']);

const compared = cases.filter(
  ({ expression }) => !ALLOWED_SINCE.has(expression) && !HIDDEN.has(expression) && !LEFT_OPEN.has(expression),
);
const { interpreter, root } = openFolder(`${FIXTURE}/setting`);

function evaluate(source: string): HclValue {
  const parsed = parseHclExpression(source, "case");
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return interpreter.evaluate(parsed.expression, root.scope);
}

describe("expressions, as Terraform evaluates them", () => {
  it("are recorded with the version whose functions they call", () => {
    expect(terraform).toBe(TERRAFORM_VERSION);
  });

  it.each([...ALLOWED_SINCE])("%s is refused by this version and by no later one", (expression) => {
    expect(cases.find((each) => each.expression === expression)?.error).toBe(true);
    expect(typeof evaluate(expression).data).toBe("boolean");
  });

  it.each([...HIDDEN, ...LEFT_OPEN])("%s is told more carefully", (expression) => {
    const value = evaluate(expression);
    expect(value.marks.sensitive || value.data === true || !value.isKnown).toBe(true);
  });

  it.each(compared.filter(({ error }) => error === true))(
    "$theme: $expression is refused",
    ({ expression }) => {
      expect(() => evaluate(expression)).toThrow(EvaluationError);
    },
  );

  it.each(compared.filter(({ json }) => json !== undefined))(
    "$theme: $expression",
    ({ expression, json, type }) => {
      const { value } = unmarkDeep(evaluate(expression));
      expect(reasonOf(value)).toBeUndefined();
      expect(writeJson(value).data).toBe(json);
      // a plan does not tell the type of a null
      expect(json === "null" ? "dynamic" : typeData(value.type)).toEqual(type);
    },
  );

  it.each(compared.filter(({ unknown }) => unknown !== undefined))(
    "$theme: $expression leaves open what is open",
    (each) => {
      const value = toModelValue(evaluate(each.expression));
      expect(knownParts(value, each.unknown)).toEqual(terraformParts(each));
    },
  );

  it.each(compared.filter(({ error }) => error === undefined))(
    "$theme: $expression is sensitive if Terraform says so",
    ({ expression, sensitive }) => {
      expect(evaluate(expression).marks.sensitive).toBe(sensitive ?? false);
    },
  );
});
