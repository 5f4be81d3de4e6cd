import { Sensitive, Unknown, UnknownPresence, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { listOf, mapText } from "./policy-part.ts";

/**
 * Condition as a list of {Operator, Key, Values}: `ForAnyValue:StringLikeIfExists` is the operator `stringlike` with
 * ForAnyValue and IfExists true. All of them must hold; one that is not known may be any number of conditions.
 */
export function normalizeConditions(value: Value): readonly Value[] {
  const operators = plain(value);
  if (operators instanceof Unknown) return [value];
  if (!isValueMap(operators)) return [new Unknown("the condition is no object")];
  const conditions = Object.entries(operators).flatMap(([operator, held]) => ofOperator(operator, held));
  return value instanceof Sensitive ? conditions.map((condition) => new Sensitive(condition)) : conditions;
}

function ofOperator(written: string, held: Value): readonly Value[] {
  const keys = plain(held);
  if (keys instanceof Unknown) return [keys];
  if (!isValueMap(keys)) return [new Unknown(`the condition ${written} is no object`)];
  const conditions = Object.entries(keys).map(([key, values]): Value => {
    // a key that may not be there may narrow nothing
    const open = plain(values);
    if (open instanceof UnknownPresence) return open;
    return {
      ...operatorOf(written),
      Key: key.toLowerCase(),
      Values: listOf(values).map((item) => mapText(item, (text) => text)),
    };
  });
  return held instanceof Sensitive ? conditions.map((condition) => new Sensitive(condition)) : conditions;
}

function operatorOf(written: string): Record<string, Value> {
  const [, qualifier, base = "", ifExists] =
    /^(foranyvalue:|forallvalues:)?(.*?)(ifexists)?$/.exec(written.toLowerCase()) ?? [];
  return {
    Operator: base,
    ...(ifExists === undefined ? {} : { IfExists: true }),
    ...(qualifier === "foranyvalue:" ? { ForAnyValue: true } : {}),
    ...(qualifier === "forallvalues:" ? { ForAllValues: true } : {}),
  };
}
