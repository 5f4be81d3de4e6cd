import { textOf } from "../../languages/cloudformation/join-text.ts";
import { memberOf, scalarText } from "../../languages/cloudformation/template-node.ts";
import {
  Reference,
  Unknown,
  UnknownPlace,
  UnknownText,
  describeReference,
  plain,
} from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Stack } from "./stack.ts";

/**
 * Names of which pieces are not known, compared by what those pieces are: the name of one stack is one name, a parameter
 * that a stack hands to the stacks inside is one value, and so is a parameter of one name in all outermost stacks, because
 * --param-file gives all of them one value.
 */
export class OpenNames {
  readonly #symbols = new Map<Unknown, string>();

  constructor(stacks: readonly Stack[]) {
    for (const stack of stacks) {
      if (stack.parts.calls.length === 0) this.#addParameters(stack);
    }
  }

  /** The same text for the same name; nothing for one of which nothing is known. */
  keyOf(name: Value | undefined): string | undefined {
    const known = plain(name);
    if (!(known instanceof Unknown)) return undefined;
    if (known instanceof UnknownPlace) return this.#keyOfPiece(known);
    if (!(known instanceof UnknownText)) return this.#symbols.get(known);
    return known.pieces.map((piece) => this.#keyOfPiece(piece)).join("\n");
  }

  #keyOfPiece(piece: Value): string {
    const text = textOf(piece);
    if (text !== undefined) return text;
    if (piece instanceof Reference) return `reference ${describeReference(piece)}`;
    if (piece instanceof UnknownPlace) return `${piece.part} of ${piece.deployment}`;
    if (!(piece instanceof Unknown)) return "";
    const known = this.#symbols.get(piece);
    if (known !== undefined) return known;
    const symbol = `unknown ${String(this.#symbols.size)}`;
    this.#symbols.set(piece, symbol);
    return symbol;
  }

  #addParameters(stack: Stack): void {
    for (const [name, node] of stack.parts.template.parameters) {
      const value = stack.parameter(name);
      // one that is read from Systems Manager is what its own default names
      const from = scalarText(memberOf(node, "Default")) ?? "";
      if (value instanceof Unknown) this.#symbols.set(value, `parameter ${name} ${from}`);
    }
  }
}

/** True when a name of which pieces are not known, by its key, may be the text. */
export function mayBeNamed(key: string, text: string): boolean {
  const pieces = key.split("\n");
  const [first = "", last = ""] = [pieces[0], pieces.at(-1)];
  return pieces.length > 1 && (text.startsWith(first) || text.endsWith(last));
}

/** A name with dots where it is not known. */
export function shownName(name: Value): string {
  const text = textOf(name);
  if (text !== undefined) return text;
  const known = plain(name);
  return known instanceof UnknownText ? known.pieces.map((piece) => textOf(piece) ?? "…").join("") : "…";
}
