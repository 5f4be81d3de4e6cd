import { Candidates } from "../values/candidates.ts";
import { childrenOf, HclUnknown, HclValue } from "../values/hcl-value.ts";
import type { Knowledge, Type } from "../values/hcl-value.ts";
import { mayBeWritten } from "../values/may-be-written.ts";

/** Not known, but one of these values or made of them: what they refer to, known or not, is what it may refer to. */
export function unknownAmong(
  type: Type,
  values: readonly HclValue[],
  reason: string,
  knowledge: Knowledge = {},
): HclValue {
  const candidates = new Candidates();
  for (const value of values) if (!collect(value, candidates)) break;
  return new HclValue(
    type,
    new HclUnknown(reason, candidates.among(values), {
      mayFail: true,
      mayBeWritten: mayBeWritten(values),
      ...knowledge,
    }),
  );
}

/** False when there are more than are kept. */
function collect(value: HclValue, candidates: Candidates): boolean {
  const { reference } = value.marks;
  const own = reference === undefined ? (value.unknown?.candidates ?? []) : [reference];
  for (const candidate of own) candidates.add(candidate);
  if (candidates.isFull) return false;
  for (const child of childrenOf(value.data)) if (!collect(child, candidates)) return false;
  return true;
}
