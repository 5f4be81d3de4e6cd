import { ownPart } from "./own-part.ts";
import { NotJson, Reference, Sensitive, Unknown, isValueList } from "./value.ts";
import type { Value } from "./value.ts";

/** A JSON Pointer (RFC 6901) in parts: `/a/0/b` is `["a", "0", "b"]`, the whole value is `[]`. */
export type PointerTokens = readonly string[];

const PARSED = new Map<string, PointerTokens>();
const MOST_REMEMBERED = 10_000;

/** Splits a JSON Pointer; rules and facts ask for the same few again and again. Throws a SyntaxError for text that is none. */
export function parsePointer(pointer: string): PointerTokens {
  const known = PARSED.get(pointer);
  if (known !== undefined) return known;
  const tokens = splitPointer(pointer);
  if (PARSED.size < MOST_REMEMBERED) PARSED.set(pointer, tokens);
  return tokens;
}

function splitPointer(pointer: string): PointerTokens {
  if (pointer === "") return [];
  if (!pointer.startsWith("/")) {
    throw new SyntaxError(`a JSON Pointer is empty or starts with "/": "${pointer}"`);
  }
  if (/~(?![01])/.test(pointer)) throw new SyntaxError(`"~" stands only in ~0 or ~1: "${pointer}"`);
  return pointer
    .slice(1)
    .split("/")
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

export function formatPointer(tokens: PointerTokens): string {
  return tokens.map((token) => `/${escapeToken(token)}`).join("");
}

export function joinPointer(base: string, token: string | number): string {
  return `${base}/${escapeToken(String(token))}`;
}

function escapeToken(token: string): string {
  return token.includes("~") || token.includes("/")
    ? token.replaceAll("~", "~0").replaceAll("/", "~1")
    : token;
}

/**
 * What stands at a pointer inside a value. An unknown on the way is the answer, a sensitive wrapper on the way stays
 * around the answer, and a key or an item that is not there is `undefined`.
 */
export function valueAt(root: Value | undefined, tokens: PointerTokens): Value | undefined {
  let current = root;
  let sensitive = false;
  // by number: this is the innermost loop of a scan, and an iterator costs an object a step
  for (let step = 0; step < tokens.length; step += 1) {
    if (current instanceof NotJson) {
      while (current instanceof Sensitive || current instanceof Reference) {
        if (current instanceof Sensitive) {
          sensitive = true;
          current = current.value;
        } else if (current.value === undefined) {
          return new Unknown("known after apply", [current]);
        } else current = current.value;
      }
      if (current instanceof Unknown) return current;
    }
    if (typeof current !== "object" || current === null) return undefined;
    const token = tokens[step] ?? "";
    current = isValueList(current) ? itemAt(current, token) : ownPart(current, token);
    if (current === undefined) return undefined;
  }
  return sensitive && current !== undefined ? new Sensitive(current) : current;
}

/** An unknown item may stand for any number of items, so what comes behind it has no certain place. */
function itemAt(list: readonly Value[], token: string): Value | undefined {
  if (!/^(0|[1-9]\d*)$/.test(token)) return undefined;
  const index = Number(token);
  for (let before = 0; before < index && before < list.length; before += 1) {
    const item = list[before];
    if (item instanceof Unknown && item.candidates.length === 0) return item;
  }
  return list[index];
}
