import { Sensitive, Unknown, isSensitive, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { valueAt } from "../../model/pointer.ts";

/**
 * The steps of a definition with those that stand inside others: the branches of a condition, and any list of an
 * argument that is named `…Steps`. A list that is not known stands as one item that is not known.
 */
export function flattenSteps(steps: Value, depth = 0): readonly Value[] {
  const list = plain(steps);
  if (list instanceof Unknown) return [new Unknown(list.reason)];
  if (!isValueList(list)) return [new Unknown("the steps of the definition are not a list")];
  if (depth > DEEPEST) return [new Unknown("steps are nested too deeply")];
  return list.flatMap((item) => {
    const step = isSensitive(steps) ? new Sensitive(item) : item;
    return [step, ...innerLists(step).flatMap((inner) => flattenSteps(inner, depth + 1))];
  });
}

const DEEPEST = 50;

function innerLists(step: Value): readonly Value[] {
  const known = plain(valueAt(step, ["Arguments"]));
  if (known instanceof Unknown) return [known];
  if (!isValueMap(known)) return [];
  const inner = Object.keys(known).filter((name) => name.endsWith("Steps"));
  return inner
    .map((name) => valueAt(step, ["Arguments", name]))
    .filter((value) => value !== undefined && value !== null);
}
