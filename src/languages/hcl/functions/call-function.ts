import { EvaluationError } from "../values/evaluation-error.ts";
import { withFallibility } from "../values/fallible.ts";
import { ANY } from "../values/hcl-value.ts";
import type { HclValue, Type } from "../values/hcl-value.ts";
import { unknown } from "../values/make-value.ts";
import { unmarkDeep, withMarks, withMarksOfAll } from "../values/marks.ts";
import { isPrimitive } from "../values/type.ts";
import { unknownFrom } from "../values/unknown-from.ts";
import { DEFINITIONS } from "./definitions.ts";
import type { FunctionContext, FunctionDefinition } from "./function-definition.ts";
import { PROVIDER_FUNCTIONS } from "./provider-functions.ts";
import { fitArguments, mayBeForbiddenNull, signatureOf } from "./signature.ts";

/**
 * Calls a function of Terraform. A function that it does not have (of a provider, of a later version, of OpenTofu) is
 * unknown. Throws `EvaluationError` where Terraform has an error. `try` and `can` are in evaluate-try.ts.
 */
export function callFunction(name: string, args: readonly HclValue[], context: FunctionContext): HclValue {
  const plainName = name.startsWith("core::") ? name.slice("core::".length) : name;
  const provided = PROVIDER_FUNCTIONS.get(name);
  const signature = provided?.signature ?? signatureOf(plainName);
  const definition = provided?.definition ?? DEFINITIONS.get(plainName);
  if (signature === undefined || definition === undefined) return notComputed(name);
  const fitted = fitArguments(plainName, signature, args);
  try {
    const result = applyMarks(definition, fitted, (bare) =>
      compute(definition, signature.returns, bare, context),
    );
    return mayBeForbiddenNull(signature, fitted) ? withFallibility(result, true) : result;
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    throw new EvaluationError(`${plainName}: ${error.message}`, { cause: error });
  }
}

function notComputed(name: string): HclValue {
  const what = name.startsWith("provider::") ? "a function of a provider" : "no function of Terraform 1.11";
  return unknown(ANY, `${name}() is ${what} and is not computed`, [], { mayFail: true });
}

function compute(
  definition: FunctionDefinition,
  returns: Type,
  args: readonly HclValue[],
  context: FunctionContext,
): HclValue {
  if (definition.takesUnknown === true || args.every((value) => value.isKnown)) {
    return definition.compute(args, context);
  }
  // a list that is made of lists may hold the items of each
  const lists = isPrimitive(returns) ? [] : args.filter(({ type }) => !isPrimitive(type));
  const knowledge = { notNull: returns.kind !== "any", mayFail: definition.isTotal !== true };
  return unknownFrom(returns, args, knowledge, lists);
}

function applyMarks(
  { marks = "whole" }: FunctionDefinition,
  args: readonly HclValue[],
  run: (args: readonly HclValue[]) => HclValue,
): HclValue {
  if (marks === "own" || args.every((value) => !value.hasMarks)) return run(args);
  if (marks === "surface") return withMarksOfAll(run(args.map(bareSurface)), args);
  const unmarked = args.map(unmarkDeep);
  return withMarksOfAll(run(unmarked.map(({ value }) => value)), unmarked);
}

function bareSurface(value: HclValue): HclValue {
  return withMarks(value, { sensitive: false, ephemeral: false });
}
