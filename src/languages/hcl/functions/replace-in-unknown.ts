import { concatenate } from "../values/concatenate.ts";
import { HclValue, STRING, childrenOf } from "../values/hcl-value.ts";
import type { Elements, Entries } from "../values/hcl-value.ts";
import { text } from "../values/make-value.ts";
import { unknownFrom } from "../values/unknown-from.ts";

/**
 * Text with a placeholder replaced, where the text or what comes in its place is only partly known: a policy in which
 * `_BUCKET_ARN_` stands for the ARN of a bucket. JSON keeps its data. Nothing where what is unknown could make, or hide,
 * another placeholder, or could end a string of the JSON.
 */
export function replaceInUnknown(value: HclValue, placeholder: string, by: HclValue): HclValue | undefined {
  if (!/^\w+$/u.test(placeholder)) return undefined;
  const { document, text: pieces } = value.unknown ?? {};
  if (!isPlain(by) && mentions(document ?? value, placeholder)) return undefined;
  if (value.isKnown) return inPieces([value], placeholder, by);
  if (document !== undefined) {
    const changed = inData(document, placeholder, by);
    return (
      changed && unknownFrom(STRING, [changed, value], { notNull: true, mayFail: false, document: changed })
    );
  }
  return pieces && inPieces(pieces.map(asValue), placeholder, by);
}

/** A text that is the same in JSON; the id or ARN of a resource, the account and the region are such. */
function isPlain(by: HclValue): boolean {
  if (typeof by.data === "string") return /^[^"\\\p{Cc}]*$/u.test(by.data);
  return isWhole(by);
}

/** It stands for itself: no part of it belongs to a placeholder. */
function isWhole({ marks, unknown }: HclValue): boolean {
  return marks.reference !== undefined || unknown?.place !== undefined;
}

function mentions({ data, unknown }: HclValue, placeholder: string): boolean {
  if (typeof data === "string") return data.includes(placeholder);
  if (unknown !== undefined) {
    return (unknown.text ?? []).some((piece) => mentions(asValue(piece), placeholder));
  }
  return [...childrenOf(data)].some((child) => mentions(child, placeholder));
}

function asValue(piece: string | HclValue): HclValue {
  return typeof piece === "string" ? text(piece) : piece;
}

function inPieces(pieces: readonly HclValue[], placeholder: string, by: HclValue): HclValue | undefined {
  const parts: HclValue[] = [];
  for (const piece of pieces) {
    if (typeof piece.data === "string") {
      for (const [index, part] of piece.data.split(placeholder).entries()) {
        if (index > 0) parts.push(by);
        parts.push(text(part));
      }
    } else if (isWhole(piece)) parts.push(piece);
    else return undefined;
  }
  const written = parts.filter(({ data }) => data !== "");
  return written.length === 0 ? text("") : concatenate(written);
}

function inData(value: HclValue, placeholder: string, by: HclValue): HclValue | undefined {
  const { data, type, marks, unknown } = value;
  if (typeof data === "string") return inPieces([value], placeholder, by);
  if (unknown?.text !== undefined) {
    return inPieces(unknown.text.map(asValue), placeholder, by) ?? unknownFrom(STRING, [value]);
  }
  if (Array.isArray(data)) {
    const elements = (data as Elements).map((element) => inData(element, placeholder, by));
    const known = elements.filter((element) => element !== undefined);
    return known.length < elements.length ? undefined : new HclValue(type, known, marks);
  }
  if (!(data instanceof Map)) return value;
  const entries = new Map<string, HclValue>();
  for (const [key, held] of data as Entries) {
    const changed = key.includes(placeholder) ? undefined : inData(held, placeholder, by);
    if (changed === undefined) return undefined;
    entries.set(key, changed);
  }
  return new HclValue(type, entries, marks);
}
