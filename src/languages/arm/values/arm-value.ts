import type { Written } from "../expression.ts";

/** What an expression can be worth. Plain JSON is known, but for objects, which have their own class. */
export type ArmValue = Scalar | readonly ArmValue[] | ArmObject | Open | Secure;
export type Scalar = string | number | boolean | null;

export interface ArmMember {
  /** As it was written. */
  readonly key: string;
  readonly value: ArmValue;
  /** Where it was written. */
  readonly written?: Written | undefined;
  /** It is not certain that it is there. */
  readonly maybe?: boolean | undefined;
}

/** An object: its keys have no case, keep their spelling and their order, and know where they were written. */
export class ArmObject {
  /** By their keys as written: two that differ in case alone are two. */
  readonly members: ReadonlyMap<string, ArmMember>;
  /** What the object may hold beside its members, when that is not known. */
  readonly rest: Open | undefined;
  #byLowerCase: ReadonlyMap<string, ArmMember> | undefined;

  constructor(members: ReadonlyMap<string, ArmMember>, rest?: Open) {
    this.members = members;
    this.rest = rest;
  }

  static of(entries: Iterable<readonly [key: string, value: ArmValue]>): ArmObject {
    const members = new Map<string, ArmMember>();
    for (const [key, value] of entries) members.set(key, { key, value });
    return new ArmObject(members);
  }

  member(key: string): ArmMember | undefined {
    const exact = this.members.get(key);
    if (exact !== undefined) return exact;
    this.#byLowerCase ??= indexByLowerCase(this.members);
    return this.#byLowerCase.get(key.toLowerCase());
  }

  get(key: string): ArmValue | undefined {
    return this.member(key)?.value;
  }

  /** True when every key is known to be there, and there is no other. */
  get isClosed(): boolean {
    if (this.rest !== undefined) return false;
    for (const { maybe } of this.members.values()) if (maybe === true) return false;
    return true;
  }
}

function indexByLowerCase(members: ReadonlyMap<string, ArmMember>): ReadonlyMap<string, ArmMember> {
  const index = new Map<string, ArmMember>();
  for (const [key, member] of members) {
    const lower = key.toLowerCase();
    if (!index.has(lower)) index.set(lower, member);
  }
  return index;
}

/** What a value of a resource is at run time: which resource, and the path from it. */
export interface ReadOfResource {
  /** Its resource id, known or not. */
  readonly id: ArmValue;
  /** `["properties", "primaryEndpoints", "blob"]`; nothing is the resource as a whole, `["id"]` its id. */
  readonly path: readonly (string | number)[];
}

/** A value that is not known before the deployment. */
export class Open {
  /** Why, in words that a person reads: `known only at deployment`. */
  readonly cause: string;
  /** What it is, in one normal form: the same for the same value, from Bicep and from JSON. */
  readonly expression: string;
  /** The resources that it is taken from. */
  readonly reads: readonly ReadOfResource[];
  /** What is certain of it nevertheless. */
  readonly traits: Traits;

  constructor(cause: string, expression: string, reads: readonly ReadOfResource[] = [], traits: Traits = {}) {
    this.cause = cause;
    this.expression = expression;
    this.reads = reads;
    this.traits = traits;
  }
}

export interface Traits {
  /** It is not null. */
  readonly isPresent?: boolean;
  /** It is a text. */
  readonly isText?: boolean;
  /** It is one word, without a slash: a GUID, the name of a resource group. */
  readonly isWord?: boolean;
  /** What it usually is inside of a longer text: the suffixes of Azure's public cloud. */
  readonly usual?: string;
  /** It is one of these, texts in any case: what a parameter allows. */
  readonly oneOf?: readonly ArmValue[];
  /** It is the segments of a text between its slashes: nobody knows how many, for what is not known of it may have some. */
  readonly cut?: OpenText;
  /** It is one of those. */
  readonly segment?: { readonly text: OpenText; readonly index: number };
}

const TEXT: Traits = { isPresent: true, isText: true };
export const WORD: Traits = { isPresent: true, isText: true, isWord: true };

/** A text of which only pieces are known. Two texts never stand beside each other. */
export class OpenText extends Open {
  readonly pieces: readonly (string | Open)[];

  constructor(
    cause: string,
    expression: string,
    reads: readonly ReadOfResource[],
    pieces: readonly (string | Open)[],
  ) {
    super(cause, expression, reads, TEXT);
    this.pieces = pieces;
  }
}

/** A resource, or a property of one, by a name or id that leads to it. */
export class Read extends Open {
  readonly read: ReadOfResource;
  /** The declaration, when the name leads to one: opaque here. */
  readonly resource: object | undefined;

  constructor(expression: string, read: ReadOfResource, resource?: object) {
    super(AT_DEPLOYMENT, expression, [read], read.path.length === 0 ? { isPresent: true } : {});
    this.read = read;
    this.resource = resource;
  }
}

/** A value that must not be shown. */
export class Secure {
  readonly value: Exclude<ArmValue, Secure>;

  constructor(value: ArmValue) {
    this.value = value instanceof Secure ? value.value : value;
  }
}

export const AT_DEPLOYMENT = "known only at deployment";

export function isArray(value: ArmValue): value is readonly ArmValue[] {
  return Array.isArray(value);
}

/** The value without its wrapper. */
export function bare(value: ArmValue): Exclude<ArmValue, Secure> {
  return value instanceof Secure ? value.value : value;
}

/** True when nothing in the value is left open. */
export function isKnown(value: ArmValue): boolean {
  const inner = bare(value);
  if (inner instanceof Open) return false;
  if (isArray(inner)) return inner.every(isKnown);
  if (!(inner instanceof ArmObject)) return true;
  if (!inner.isClosed) return false;
  for (const member of inner.members.values()) if (!isKnown(member.value)) return false;
  return true;
}

/** True when the value, or something in it, must not be shown. */
export function holdsSecure(value: ArmValue): boolean {
  if (value instanceof Secure) return true;
  if (isArray(value)) return value.some(holdsSecure);
  if (!(value instanceof ArmObject)) return false;
  for (const member of value.members.values()) if (holdsSecure(member.value)) return true;
  return false;
}

/** A known text; empty for anything else. */
export function knownText(value: ArmValue | undefined): string {
  const inner = value === undefined ? undefined : bare(value);
  return typeof inner === "string" ? inner : "";
}
