import { Reference, Sensitive, Unknown, UnknownChoice, isValueList } from "../model/value.ts";
import type { Value } from "../model/value.ts";

export const SENSITIVE = "(sensitive)";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** How much of a value is shown: characters of a text, items of a list or object, levels of nesting. */
export interface ShowLimits {
  readonly text: number;
  readonly items: number;
  readonly depth: number;
}

export interface ShownValue {
  readonly value: Json;
  /** A part of it was sensitive, and is not in `value`. */
  readonly isRedacted: boolean;
  readonly isShortened: boolean;
}

/**
 * A value as JSON: `{"$unknown": reason}` for what is not known (with its `choices`, where those are known), `{"$reference": address}` for what names a resource,
 * "(sensitive)" for what must not be shown. What the limits cut off is not looked at.
 */
export function showValue(value: Value, addressOf: (id: string) => string, limits: ShowLimits): ShownValue {
  // what is shown as it is, as most values are, takes none of what follows
  return value === null || typeof value === "boolean" || typeof value === "number"
    ? { value, isRedacted: false, isShortened: false }
    : showParts(value, addressOf, limits);
}

function showParts(value: Value, addressOf: (id: string) => string, limits: ShowLimits): ShownValue {
  let isRedacted = false;
  let isShortened = false;

  function show(part: Value, depth: number): Json {
    if (part instanceof Sensitive) {
      isRedacted = true;
      return SENSITIVE;
    }
    if (part instanceof UnknownChoice) {
      return { $unknown: part.reason, choices: showList(part.choices, depth) };
    }
    if (part instanceof Unknown) return showUnknown(part, addressOf);
    if (part instanceof Reference) {
      const named = { $reference: addressOf(part.target) };
      return part.value === undefined ? named : { ...named, value: show(part.value, depth + 1) };
    }
    if (typeof part === "string") return cut(part);
    if (typeof part !== "object" || part === null) return part;
    if (depth >= limits.depth) {
      isShortened = true;
      return "…";
    }
    return isValueList(part) ? showList(part, depth) : showMap(part, depth);
  }

  function cut(text: string): string {
    if (text.length <= limits.text) return text;
    isShortened = true;
    return `${text.slice(0, limits.text)}…`;
  }

  function showList(list: readonly Value[], depth: number): Json {
    const shown = list.slice(0, limits.items).map((item) => show(item, depth + 1));
    if (list.length <= limits.items) return shown;
    isShortened = true;
    return [...shown, `… ${list.length - limits.items} more`];
  }

  function showMap(map: { readonly [key: string]: Value }, depth: number): Json {
    const keys = Object.keys(map);
    const entries: [string, Json][] = [];
    for (const key of keys.slice(0, limits.items)) {
      const held = map[key];
      if (held !== undefined) entries.push([cut(key), show(held, depth + 1)]);
    }
    if (keys.length > limits.items) {
      isShortened = true;
      entries.push(["…", `${keys.length - limits.items} more`]);
    }
    // a key named __proto__ is a key like any other
    return Object.fromEntries(entries);
  }

  return { value: show(value, 0), isRedacted, isShortened };
}

function showUnknown(unknown: Unknown, addressOf: (id: string) => string): Json {
  const references = [...new Set(unknown.candidates.map(({ target }) => addressOf(target)))];
  return references.length > 0 ? { $unknown: unknown.reason, references } : { $unknown: unknown.reason };
}
