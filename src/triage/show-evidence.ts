import type { Origin } from "../model/resource.ts";
import type { ResultEvidence } from "../model/result-document.ts";
import type { Evidence } from "../model/verdict.ts";
import { SENSITIVE, showValue } from "./show-value.ts";
import type { ShowLimits } from "./show-value.ts";

const LIMITS: ShowLimits = { text: 300, items: 20, depth: 8 };

const ITEM_LIMITS: ShowLimits = { text: 120, items: 6, depth: 3 };

/** Evidence as a report shows it: nothing sensitive, nothing endless, in the words of the person who wrote the input. */
export function showEvidence(evidence: Evidence, addressOf: (id: string) => string): ResultEvidence {
  const { resource, pointer, value, expected } = evidence;
  const origin: Origin = resource.origin?.(pointer) ?? { address: resource.address };
  const location = origin.location ?? resource.location;
  const shown: ResultEvidence = { address: origin.address, pointer, expected };
  if (value === undefined) shown.absent = true;
  else {
    const { value: json, isRedacted, isShortened } = showValue(value, addressOf, LIMITS);
    // what is left of a value may tell what was taken out of it
    shown.value = isRedacted ? SENSITIVE : json;
    if (isShortened && !isRedacted) shown.note = "the value is shortened";
  }
  if (evidence.item !== undefined) {
    const item = showValue(evidence.item, addressOf, ITEM_LIMITS);
    shown.item = item.isRedacted ? SENSITIVE : item.value;
  }
  if (origin.attribute !== undefined) shown.attribute = origin.attribute;
  if (location !== undefined) shown.location = location;
  if (origin.namedAt !== undefined) shown.namedAt = origin.namedAt;
  return shown;
}
