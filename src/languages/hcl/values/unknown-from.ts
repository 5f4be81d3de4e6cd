import type { Reference } from "../../../model/value.ts";
import { childrenOf, HclUnknown, HclValue } from "./hcl-value.ts";
import type { Knowledge, Type } from "./hcl-value.ts";
import { unmarkDeep, withMarksOfAll } from "./marks.ts";

/** More resources than a person reads in one reason. */
const MAX_CANDIDATES = 50;

/**
 * What is computed from values of which something is unknown: unknown for the reason of the first of them, with all the
 * resources that they are taken from, and marked if anything in them is. It may turn out to be an error if one of them
 * may, and also if none may unless the caller knows better.
 */
export function unknownFrom(type: Type, sources: readonly HclValue[], knowledge: Knowledge = {}): HclValue {
  const candidates = new Map<string, Reference>();
  let reason: string | undefined;
  let mayBeWritten = knowledge.mayBeWritten ?? false;
  for (const source of sources) {
    visitUnknowns(source, (unknown, reference) => {
      reason ??= unknown.reason;
      mayBeWritten ||= unknown.mayBeWritten;
      for (const candidate of reference === undefined ? unknown.candidates : [reference]) {
        candidates.set(`${candidate.target}\u0000${candidate.attribute ?? ""}`, candidate);
      }
      return candidates.size < MAX_CANDIDATES;
    });
  }
  const data = new HclUnknown(reason ?? "not known", [...candidates.values()], {
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
