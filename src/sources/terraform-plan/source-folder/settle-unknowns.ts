import {
  Reference,
  Sensitive,
  Unknown,
  UnknownDocument,
  UnknownText,
  emptyMap,
  isFullyKnown,
  isValueList,
  isValueMap,
  mayBeSomethingElse,
  put,
  referencesOf,
} from "../../../model/value.ts";
import type { Value, ValueMap } from "../../../model/value.ts";
import { Unset } from "../../terraform/unset.ts";
import { agrees } from "./agrees.ts";

/** True when something in the attributes is left open that an expression sets. */
export function holdsUnknown(value: Value): boolean {
  if (value instanceof Unset || value instanceof Reference) return false;
  if (value instanceof Unknown) return true;
  if (value instanceof Sensitive) return holdsUnknown(value.value);
  if (value === null || typeof value !== "object") return false;
  return Object.values(value).some((part: Value) => holdsUnknown(part));
}

/** The attributes of the plan, with the references of the folder where the plan leaves something open. */
export function settleUnknowns(planned: ValueMap, written: ValueMap): ValueMap {
  const settled = emptyMap();
  for (const [name, value] of Object.entries(planned)) {
    put(settled, name, settle(value, Object.hasOwn(written, name) ? written[name] : undefined));
  }
  return settled;
}

function settle(planned: Value, written: Value | undefined): Value {
  if (written === undefined || planned instanceof Unset) return planned;
  if (planned instanceof Reference) return settleReference(planned, written);
  if (written instanceof Sensitive) {
    const inner = settle(planned, written.value);
    if (inner === planned || inner instanceof Unknown) return inner;
    return new Sensitive(inner, inner instanceof Sensitive ? inner.markedBy : undefined);
  }
  if (planned instanceof Sensitive) {
    const inner = settle(planned.value, written);
    return inner instanceof Unknown ? inner : new Sensitive(inner, planned.markedBy);
  }
  if (planned instanceof UnknownDocument) return settleDocument(planned, written);
  if (planned instanceof Unknown) return settleUnknown(planned, written);
  return settleParts(planned, written);
}

/** Items are the same ones when all that is known of them agrees, in their order. */
function settleParts(planned: Value, written: Value): Value {
  // the plan read a policy as data of which the folder has the text
  if (written instanceof UnknownDocument) return settleParts(planned, written.document);
  if (isValueMap(planned)) return isValueMap(written) ? settleUnknowns(planned, written) : planned;
  if (!isValueList(planned) || !isValueList(written) || written.length !== planned.length) return planned;
  const inOrder = planned.every((item, index) => agrees(item, written[index]));
  return inOrder ? planned.map((item, index) => settle(item, written[index])) : planned;
}

function settleDocument(planned: UnknownDocument, written: Value): Value {
  if (!(written instanceof UnknownDocument)) return planned;
  const candidates = planned.candidates.length > 0 ? planned.candidates : written.candidates;
  return new UnknownDocument(planned.reason, candidates, settle(planned.document, written.document));
}

/**
 * Of a text that names one resource a plan tells the resource, and not what the text says of it; of a list that names one
 * it does not tell what else is in it.
 */
function settleReference(planned: Reference, written: Value): Value {
  if (planned.value === undefined && isValueList(written)) {
    const isIn = written.some((item) => referencesOf(item).some(({ target }) => target === planned.target));
    return isIn ? written : planned;
  }
  const isText = written instanceof UnknownDocument || written instanceof UnknownText;
  if (planned.value !== undefined || !isText) return planned;
  return written.candidates.some(({ target }) => target === planned.target) ? written : planned;
}

/** What the folder names; a value that only the folder knows is none that the plan has. */
function settleUnknown(planned: Unknown, written: Value): Value {
  if (written instanceof Reference) {
    return isAmong(planned, [written]) ? new Reference(written.target, written.attribute) : planned;
  }
  if (written instanceof UnknownDocument) return written;
  if (written instanceof Unknown) {
    const { candidates } = written;
    if (candidates.length === 0 || !isAmong(planned, candidates)) return planned;
    // the folder does not hold the data sources that were read for the plan
    return planned.candidates.length > 0 && mayBeSomethingElse(planned) ? planned : written;
  }
  return isFullyKnown(written) || !holdsReference(written) ? planned : written;
}

/** What the plan says it may be cannot be something else. */
function isAmong({ candidates }: Unknown, found: readonly Reference[]): boolean {
  if (candidates.length === 0) return true;
  const targets = new Set(candidates.map(({ target }) => target));
  return found.every(({ target }) => targets.has(target));
}

function holdsReference(value: Value): boolean {
  if (referencesOf(value).length > 0) return true;
  if (value === null || typeof value !== "object") return false;
  if (value instanceof Sensitive) return holdsReference(value.value);
  return Object.values(value).some((part: Value) => holdsReference(part));
}
