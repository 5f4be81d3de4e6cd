import type { Reference } from "../../../model/value.ts";
import { Candidates } from "./candidates.ts";
import { childrenOf, HclUnknown, HclValue } from "./hcl-value.ts";
import type { Knowledge, Type } from "./hcl-value.ts";
import { unmarkDeep, withMarksOfAll } from "./marks.ts";

/**
 * What is computed from values of which something is unknown: unknown for the reason of the first of them, with all the
 * resources that they are taken from, and marked if anything in them is. It may turn out to be an error if one of them
 * may, and also if none may unless the caller knows better. `alternatives` are those of which it is one, or whose items it
 * may hold.
 */
export function unknownFrom(
  type: Type,
  sources: readonly HclValue[],
  knowledge: Knowledge = {},
  alternatives: readonly HclValue[] = [],
): HclValue {
  const candidates = new Candidates();
  let reason: string | undefined;
  let mayBeWritten = knowledge.mayBeWritten ?? false;
  for (const source of sources) {
    visitUnknowns(source, (unknown, reference) => {
      reason ??= unknown.reason;
      mayBeWritten ||= unknown.mayBeWritten;
      for (const candidate of reference === undefined ? unknown.candidates : [reference]) {
        candidates.add(candidate);
      }
      return !candidates.isFull;
    });
  }
  const data = new HclUnknown(reason ?? "not known", candidates.among(alternatives), {
    ...knowledge,
    mayBeWritten,
    mayFail: (knowledge.mayFail ?? true) || sources.some(mayFail),
  });
  const marked = sources.filter((source) => source.hasMarks).map(unmarkDeep);
  return withMarksOfAll(new HclValue(type, data), marked);
}

/** Calls for every unknown in the value until it is told to stop. */
function visitUnknowns(
  value: HclValue,
  visit: (unknown: HclUnknown, reference: Reference | undefined) => boolean,
): boolean {
  if (value.data instanceof HclUnknown) return visit(value.data, value.marks.reference);
  if (value.isWhollyKnown) return true;
  for (const child of childrenOf(value.data)) {
    if (!visitUnknowns(child, visit)) return false;
  }
  return true;
}

/** Something unknown in the value may turn out to be an error. */
export function mayFail(value: HclValue): boolean {
  return !visitUnknowns(value, (unknown) => !unknown.mayFail);
}
