// Types and values name each other (an optional attribute has a default value, an unknown holds the parts that are
// known), so they stand in one file.

import { Unknown } from "../../../model/value.ts";
import type { Reference, UnknownPlace } from "../../../model/value.ts";
import type { HclNumber } from "./hcl-number.ts";
import { MAX_DEPTH, MAX_PARTS } from "./limits.ts";

/** A type of Terraform, and a type constraint. `any` is the type of what has none yet: `null`, an unknown. */
export type Type = ScalarType | CollectionType | TupleType | ObjectType;
export interface ScalarType {
  readonly kind: "any" | "string" | "number" | "bool";
  /** With `any`: there is a type, of a value that is unknown, and nobody knows which. */
  readonly isOpen?: true;
}
export interface CollectionType {
  readonly kind: "list" | "set" | "map";
  readonly element: Type;
}
export interface TupleType {
  readonly kind: "tuple";
  readonly elements: readonly Type[];
}
export interface ObjectType {
  readonly kind: "object";
  readonly attributes: ReadonlyMap<string, Type>;
  /** In a constraint: the attributes that may be left out, each with its default or with `undefined`. */
  readonly optional?: ReadonlyMap<string, HclValue | undefined>;
}

export const ANY: ScalarType = { kind: "any" };
const OPEN: ScalarType = { kind: "any", isOpen: true };
export const STRING: ScalarType = { kind: "string" };
export const NUMBER: ScalarType = { kind: "number" };
export const BOOL: ScalarType = { kind: "bool" };

export type Elements = readonly HclValue[];
export type Entries = ReadonlyMap<string, HclValue>;
/**
 * `Elements` for list, set and tuple; `Entries`, in the order of their keys, for map and object; `null` and `HclUnknown`
 * for every type.
 */
export type Data = string | boolean | HclNumber | null | HclUnknown | Elements | Entries;

/** What sticks to a value on its way. */
export interface Marks {
  readonly sensitive: boolean;
  /** It is sensitive because the type of the resource says so, and for no other reason: what is made of it is not. */
  readonly byType?: true;
  readonly ephemeral: boolean;
  /** The attribute of a resource that the value was taken from, unchanged. What is computed from it has none. */
  readonly reference: Reference | undefined;
}

export const UNMARKED: Marks = { sensitive: false, ephemeral: false, reference: undefined };

export interface Knowledge {
  /** It is certain that the value is not null. */
  readonly notNull?: boolean;
  /** To settle the value may turn out to be an error. The attribute of a resource is settled, what is computed from it may fail. */
  readonly mayFail?: boolean;
  /** It may stand in the code: it is one of several, some of them written, or comes from a part that is not read. */
  readonly mayBeWritten?: boolean;
  /** The text as far as it is known, with the unknown strings between its pieces. */
  readonly text?: readonly (string | HclValue)[];
  /** The text is JSON of this value, of which something is unknown. */
  readonly document?: HclValue;
  /** It is a list of these; one that is not known may be any number of items. */
  readonly items?: readonly HclValue[];
  /** It is what the deployment decides, the same for everything in it. */
  readonly place?: UnknownPlace;
}

/** A value that is not known, with what is known of it all the same. */
export class HclUnknown extends Unknown {
  readonly notNull: boolean;
  readonly mayFail: boolean;
  readonly mayBeWritten: boolean;
  readonly text: readonly (string | HclValue)[] | undefined;
  readonly document: HclValue | undefined;
  readonly items: readonly HclValue[] | undefined;
  readonly place: UnknownPlace | undefined;

  constructor(reason: string, candidates: readonly Reference[] = [], knowledge: Knowledge = {}) {
    super(reason, candidates);
    this.notNull = knowledge.notNull ?? false;
    this.mayFail = knowledge.mayFail ?? false;
    this.mayBeWritten = knowledge.mayBeWritten ?? false;
    this.text = knowledge.text;
    this.document = knowledge.document;
    this.items = knowledge.items;
    this.place = knowledge.place;
  }
}

/**
 * A value while expressions are evaluated: immutable, typed, and possibly null, unknown or marked at every depth.
 * The functions of make-value.ts make them.
 */
export class HclValue {
  readonly type: Type;
  readonly data: Data;
  readonly marks: Marks;
  /** How many values it holds, itself included. */
  readonly parts: number;
  readonly depth: number;
  /** Nothing in it is unknown. */
  readonly isWhollyKnown: boolean;
  /** Something in it is marked as sensitive or ephemeral. */
  readonly hasMarks: boolean;

  constructor(type: Type, data: Data, marks: Marks = UNMARKED) {
    this.type = type === ANY && data instanceof HclUnknown ? OPEN : type;
    this.data = data;
    this.marks = marks;
    let parts = 1;
    let depth = 0;
    let isWhollyKnown = !(data instanceof HclUnknown);
    let hasMarks = marks.sensitive || marks.ephemeral;
    for (const child of childrenOf(data)) {
      parts += child.parts;
      depth = Math.max(depth, child.depth + 1);
      isWhollyKnown &&= child.isWhollyKnown;
      hasMarks ||= child.hasMarks;
    }
    this.parts = parts;
    this.depth = depth;
    this.isWhollyKnown = isWhollyKnown;
    this.hasMarks = hasMarks;
  }

  get isKnown(): boolean {
    return !(this.data instanceof HclUnknown);
  }

  get isNull(): boolean {
    return this.data === null;
  }

  /** `undefined` when the value is known. */
  get unknown(): HclUnknown | undefined {
    return this.data instanceof HclUnknown ? this.data : undefined;
  }

  /** The value is larger or deeper than what is evaluated; whoever made it replaces it by an unknown. */
  get isTooLarge(): boolean {
    return this.parts > MAX_PARTS || this.depth > MAX_DEPTH;
  }
}

/** The elements of a list, set or tuple, the values of a map or object; nothing for the rest. */
export function childrenOf(data: Data): Iterable<HclValue> {
  if (Array.isArray(data)) return data as Elements;
  if (data instanceof Map) return (data as Entries).values();
  return [];
}
