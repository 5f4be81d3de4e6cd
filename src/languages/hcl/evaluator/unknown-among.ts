import type { Reference } from "../../../model/value.ts";
import { childrenOf, HclUnknown, HclValue } from "../values/hcl-value.ts";
import type { Knowledge, Type } from "../values/hcl-value.ts";
import { mayBeWritten } from "../values/may-be-written.ts";

/** More resources than a person reads in one reason. */
const MAX_CANDIDATES = 50;

/** Not known, but one of these values or made of them: what they refer to, known or not, is what it may refer to. */
export function unknownAmong(
  type: Type,
  values: readonly HclValue[],
  reason: string,
  knowledge: Knowledge = {},
): HclValue {
  const candidates = new Map<string, Reference>();
  for (const value of values) if (!collect(value, candidates)) break;
  return new HclValue(
    type,
    new HclUnknown(reason, [...candidates.values()], {
      mayFail: true,
      mayBeWritten: mayBeWritten(values),
      ...knowledge,
    }),
  );
}

/** False when there are more than are kept. */
function collect(value: HclValue, candidates: Map<string, Reference>): boolean {
  const { reference } = value.marks;
  const own = reference === undefined ? (value.unknown?.candidates ?? []) : [reference];
  for (const candidate of own) {
    candidates.set(`${candidate.target}\u0000${candidate.attribute ?? ""}`, candidate);
  }
  if (candidates.size >= MAX_CANDIDATES) return false;
  for (const child of childrenOf(value.data)) if (!collect(child, candidates)) return false;
  return true;
}
