import { describe, expect, it } from "vitest";
import { Reference, SOMETHING_ELSE } from "../../../../src/model/value.ts";
import { evaluateCan, evaluateTry } from "../../../../src/languages/hcl/functions/evaluate-try.ts";
import type { Attempt } from "../../../../src/languages/hcl/functions/evaluate-try.ts";
import { EvaluationError } from "../../../../src/languages/hcl/values/evaluation-error.ts";
import { ANY, STRING } from "../../../../src/languages/hcl/values/hcl-value.ts";
import { text, unknown } from "../../../../src/languages/hcl/values/make-value.ts";
import { withMarks } from "../../../../src/languages/hcl/values/marks.ts";

const ARN = new Reference("aws_kms_key.k", "arn");
const arn = withMarks(unknown(STRING, "known after apply"), { reference: ARN });
const uncertain = unknown(ANY, "not known", [ARN], { mayFail: true });

function refuse(): never {
  throw new EvaluationError("refused");
}

const value =
  (held: ReturnType<typeof text>): Attempt =>
  () =>
    held;

describe("try", () => {
  it("takes the first argument that is no error, and evaluates none after it", () => {
    const result = evaluateTry([refuse, value(text("a")), () => expect.unreachable()]);
    expect(result.data).toBe("a");
  });

  it("takes an attribute that is known after apply for no error", () => {
    expect(evaluateTry([value(arn), value(text("none"))])).toBe(arn);
  });

  it("does not know which argument it is when one may still be an error", () => {
    const result = evaluateTry([value(uncertain), value(text("none"))]);
    expect(result.unknown).toMatchObject({
      reason: "not known",
      candidates: [ARN, SOMETHING_ELSE],
      mayFail: false,
    });
  });

  it("is an error when all arguments are", () => {
    expect(() => evaluateTry([refuse, refuse])).toThrow(EvaluationError);
  });

  it("catches no fault of ours", () => {
    const fault = (): never => {
      throw new TypeError("fault");
    };
    expect(() => evaluateTry([fault, value(text("a"))])).toThrow(TypeError);
  });
});

describe("can", () => {
  it.each<readonly [string, Attempt, unknown]>([
    ["an error cannot", refuse, false],
    ["a value can", value(text("a")), true],
    ["an attribute that is known after apply can", value(arn), true],
  ])("%s", (_, attempt, expected) => {
    expect(evaluateCan(attempt).data).toBe(expected);
  });

  it("does not know of what may still be an error", () => {
    expect(evaluateCan(value(uncertain)).unknown).toMatchObject({ notNull: true, mayFail: false });
  });
});
