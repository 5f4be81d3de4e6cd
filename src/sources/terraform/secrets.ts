import {
  Reference,
  Sensitive,
  Unknown,
  UnknownDocument,
  isValueList,
  isValueMap,
  put,
} from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";

/** Shorter texts are too common to be told from others. */
const SHORTEST = 6;

const DEEPEST_MARK = 100;

/**
 * Texts that an input marks as sensitive somewhere. Terraform's marks are not complete: `tags_all` shows what `tags`
 * hides, so a text that is sensitive in one place is sensitive in every place.
 */
export class Secrets {
  readonly #byEnd = new Map<number, string[]>();
  readonly #all = new Set<string>();

  /** Adds every text inside a value. Walks with a list of its own: an input may be nested deeper than the stack is high. */
  add(root: unknown): void {
    const open = [root];
    while (open.length > 0) {
      const value = open.pop();
      if (typeof value === "string" && value.length >= SHORTEST) this.#addText(value);
      if (typeof value !== "object" || value === null) continue;
      for (const part of Object.values(value)) open.push(part);
    }
  }

  /** Adds what a tree of the same shape marks with `true`. */
  addMarked(root: unknown, rootMark: unknown): void {
    if (!mayHoldMark(rootMark, 0)) return;
    const open: [value: unknown, mark: unknown][] = [[root, rootMark]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [value, mark] = next;
      if (mark === true) this.add(value);
      if (typeof mark !== "object" || mark === null || typeof value !== "object" || value === null) continue;
      for (const [key, inner] of Object.entries(mark)) {
        if (Object.hasOwn(value, key)) open.push([(value as Record<string, unknown>)[key], inner]);
      }
    }
  }

  /** The attributes with every text that holds a secret marked as sensitive. */
  hide(attributes: ValueMap): ValueMap {
    if (this.#all.size === 0) return attributes;
    const hidden = this.#hideIn(attributes);
    return isValueMap(hidden) ? hidden : attributes;
  }

  /** Secrets are found by their first characters, so that many of them cost no more than one. */
  #addText(text: string): void {
    if (this.#all.has(text)) return;
    this.#all.add(text);
    let window = 0;
    for (let at = 0; at < SHORTEST; at += 1) window = shift(window, text.charCodeAt(at));
    const others = this.#byEnd.get(window);
    if (others === undefined) this.#byEnd.set(window, [text]);
    else others.push(text);
  }

  #isIn(text: string): boolean {
    let window = 0;
    for (let at = 0; at < text.length; at += 1) {
      window = shift(window, text.charCodeAt(at));
      const found = at < SHORTEST - 1 ? undefined : this.#byEnd.get(window);
      if (found?.some((secret) => text.startsWith(secret, at - SHORTEST + 1)) === true) return true;
    }
    return false;
  }

  #hideIn(value: Value): Value {
    if (typeof value === "string") return this.#isIn(value) ? new Sensitive(value) : value;
    if (value instanceof Reference) {
      const inner = value.value === undefined ? undefined : this.#hideIn(value.value);
      return inner === value.value ? value : new Reference(value.target, value.attribute, inner);
    }
    if (value instanceof UnknownDocument) {
      return new UnknownDocument(value.reason, value.candidates, this.#hideIn(value.document));
    }
    if (value instanceof Unknown || value instanceof Sensitive || value === null) return value;
    if (isValueList(value)) return value.map((item) => this.#hideIn(item));
    if (!isValueMap(value)) return value;
    const map: Record<string, Value> = {};
    for (const [key, part] of Object.entries(value)) put(map, key, this.#hideIn(part));
    return map;
  }
}

/** False for a tree without a mark, as of most resources; not sought deeper than marks lie. */
function mayHoldMark(tree: unknown, depth: number): boolean {
  if (typeof tree !== "object" || tree === null) return tree === true;
  if (depth > DEEPEST_MARK) return true;
  if (Array.isArray(tree)) return mayListHoldMark(tree, depth + 1);
  const parts = tree as Readonly<Record<string, unknown>>;
  // by name: a list of the parts would be made for each resource
  for (const name in parts) if (mayHoldMark(parts[name], depth + 1)) return true;
  return false;
}

function mayListHoldMark(items: readonly unknown[], depth: number): boolean {
  return items.some((item) => mayHoldMark(item, depth));
}

/** The last six characters as a number: what is older has left the thirty bits. */
function shift(window: number, code: number): number {
  return ((window << 5) ^ code) & 0x3fff_ffff;
}
