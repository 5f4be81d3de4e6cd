import type { Location } from "../model/location.ts";
import type { Origin } from "../model/resource.ts";
import type { ResultEvidence } from "../model/result-document.ts";
import type { Evidence } from "../model/verdict.ts";
import { SENSITIVE, showValue } from "./show-value.ts";
import type { Json, ShowLimits } from "./show-value.ts";

const LIMITS: ShowLimits = { text: 300, items: 20, depth: 8 };

const ITEM_LIMITS: ShowLimits = { text: 120, items: 6, depth: 3 };

/** Evidence as a report shows it: nothing sensitive, nothing endless, in the words of the person who wrote the input. */
export function showEvidence(evidence: Evidence, addressOf: (id: string) => string): ResultEvidence {
  const { resource, pointer } = evidence;
  return new ShownEvidence(evidence, resource.origin?.(pointer) ?? { address: resource.address }, addressOf);
}

/** A class for the reason for which a verdict is one. */
class ShownEvidence implements ResultEvidence {
  declare readonly address: string;
  declare readonly pointer: string;
  declare readonly expected: string;
  declare readonly absent?: true;
  declare readonly value?: Json;
  declare readonly note?: string;
  declare readonly item?: Json;
  declare readonly attribute?: string;
  declare readonly location?: Location;
  declare readonly namedAt?: Location;

  constructor(evidence: Evidence, origin: Origin, addressOf: (id: string) => string) {
    const { resource, pointer, value, expected, item } = evidence;
    this.address = origin.address;
    this.pointer = pointer;
    this.expected = expected;
    if (value === undefined) this.absent = true;
    else {
      const { value: json, isRedacted, isShortened } = showValue(value, addressOf, LIMITS);
      // what is left of a value may tell what was taken out of it
      this.value = isRedacted ? SENSITIVE : json;
      if (isShortened && !isRedacted) this.note = "the value is shortened";
    }
    if (item !== undefined) {
      const shown = showValue(item, addressOf, ITEM_LIMITS);
      this.item = shown.isRedacted ? SENSITIVE : shown.value;
    }
    if (origin.attribute !== undefined) this.attribute = origin.attribute;
    const location = origin.location ?? resource.location;
    if (location !== undefined) this.location = location;
    if (origin.namedAt !== undefined) this.namedAt = origin.namedAt;
  }
}
