import type { Span } from "./ast.ts";

/** A value of a JSON text with its place. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonKeyword;

export interface JsonObject extends Span {
  readonly kind: "object";
  /** In the order of the text; a name may stand more than once. */
  readonly members: readonly JsonMember[];
}

export interface JsonMember {
  readonly name: JsonString;
  readonly value: JsonNode;
}

export interface JsonArray extends Span {
  readonly kind: "array";
  readonly items: readonly JsonNode[];
}

/** The span includes the quotes. */
export interface JsonString extends Span {
  readonly kind: "string";
  readonly value: string;
}

/** As written: what it is worth is read from the text. */
export interface JsonNumber extends Span {
  readonly kind: "number";
}

export interface JsonKeyword extends Span {
  readonly kind: "keyword";
  readonly value: boolean | null;
}
