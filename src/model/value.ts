/**
 * What a property can hold. Plain JSON is known; the classes below stand for what JSON cannot say.
 * `undefined` (a key that is not there) is absence, and means that absence is certain.
 */
export type Value = Scalar | Unknown | Reference | Sensitive | readonly Value[] | ValueMap;
export type Scalar = string | number | boolean | null;
export interface ValueMap {
  readonly [key: string]: Value;
}

const NO_REFERENCES: readonly Reference[] = [];

/** What all of these classes are: one question tells them from plain JSON, which most values are. */
export abstract class NotJson {
  declare protected readonly isNotJson: true;
}

/** A value that the input does not settle, with the reason that a person reads. */
export class Unknown extends NotJson {
  readonly reason: string;
  /** The resources that the value is taken from, when it is taken from more than one or in a way that is not plain. */
  readonly candidates: readonly Reference[];

  constructor(reason: string, candidates: readonly Reference[] = NO_REFERENCES) {
    super();
    this.reason = reason;
    this.candidates = candidates;
  }
}

/**
 * A value of which only the choices are known: a parameter without a value that has allowed ones, a choice by a condition
 * that is not decided. Whichever it is, it is set. What holds for all of its choices holds for it. A resource with such a
 * property says that it holds choices.
 */
export class UnknownChoice extends Unknown {
  /** Two at least. */
  readonly choices: readonly Scalar[];

  constructor(reason: string, choices: readonly Scalar[]) {
    super(reason);
    this.choices = choices;
  }
}

/** Text that is not known as a whole: JSON, of whose data something is unknown. */
export class UnknownDocument extends Unknown {
  /** The data, with the unknown in their places. */
  readonly document: Value;

  constructor(reason: string, candidates: readonly Reference[], document: Value) {
    super(reason, candidates);
    this.document = document;
  }
}

/** Text of which only pieces are known: what is written around the reference in `${Bucket.Arn}/*`. */
export class UnknownText extends Unknown {
  /** In their order; a piece that is not known is an `Unknown` or a reference without a value. */
  readonly pieces: readonly Value[];

  constructor(reason: string, candidates: readonly Reference[], pieces: readonly Value[]) {
    super(reason, candidates);
    this.pieces = pieces;
  }
}

/** Base64 of a text of which only pieces are known: the user data of a machine. */
export class UnknownBase64 extends Unknown {
  /** The text before it is encoded. */
  readonly text: UnknownText;

  constructor(text: UnknownText) {
    super(text.reason, text.candidates);
    this.text = text;
  }
}

/** What may not be there at all: a choice by a condition that is not decided, one side of which is absence. */
export class UnknownPresence extends Unknown {}

/** What may stand in the code of Terraform: one of several values, some of them written, or a part that is not read. */
export class UnknownCode extends Unknown {}

/** What is given to the code from outside: a variable or parameter without a value, a secret that is read at deployment. */
export class UnknownInput extends Unknown {}

/**
 * What a deployment decides, the same for everything in it: whatever the account is, it is the account of its resources.
 * `stack` is the name of the stack.
 */
export class UnknownPlace extends Unknown {
  readonly part: "account" | "region" | "partition" | "suffix" | "stack";
  /** As in `Placement.deployment`; of a stack inside of another one its own. */
  readonly deployment: string;

  constructor(reason: string, part: UnknownPlace["part"], deployment: string) {
    super(reason);
    this.part = part;
    this.deployment = deployment;
  }
}

/** A value that names another resource of the graph, and may be known as text as well. */
export class Reference extends NotJson {
  /** The `id` of the resource that is named. */
  readonly target: string;
  /** The attribute of the target that is read, in the words of the input (`arn`, `Ref`). */
  readonly attribute: string | undefined;
  /** The value itself, when the input holds it. */
  readonly value: Value | undefined;

  constructor(target: string, attribute?: string, value?: Value) {
    super();
    this.target = target;
    this.attribute = attribute;
    this.value = value;
  }
}

/**
 * Among the candidates of an unknown it stands for what no resource of the input is: a text in the code, a variable without
 * a value, nothing at all.
 */
export const SOMETHING_ELSE = new Reference("something else", "value");

/** Whether it may be what no resource of the input stands for. */
export function mayBeSomethingElse({ candidates }: Unknown): boolean {
  return candidates.length === 0 || candidates.some(({ target }) => target === SOMETHING_ELSE.target);
}

/** A value that may be judged but never shown. */
export class Sensitive extends NotJson {
  readonly value: Value;
  /**
   * `type` where only the type of the resource says that it is a secret: in the input it stands in plain text. `input`
   * where the input marks it, and it is given to the input from outside. Left out where nothing tells.
   */
  readonly markedBy: "type" | "input" | undefined;

  constructor(value: Value, markedBy?: "type" | "input") {
    super();
    this.value = value instanceof Sensitive ? value.value : value;
    this.markedBy = markedBy;
  }
}

export function isValueMap(value: Value | undefined): value is ValueMap {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof NotJson);
}

export function isValueList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** The value without its wrappers: what it is, when that is known; `Unknown` when it is not. */
export function plain(value: Value | undefined): Exclude<Value, Reference | Sensitive> | undefined {
  if (!(value instanceof NotJson)) return value;
  let current: Value | undefined = value;
  while (current instanceof Sensitive || current instanceof Reference) {
    if (current instanceof Sensitive) current = current.value;
    else {
      current = current.value ?? new Unknown(`known after apply: ${describeReference(current)}`, [current]);
    }
  }
  return current;
}

/** The references that a value carries on its surface: one, several candidates, or none. */
export function referencesOf(value: Value | undefined): readonly Reference[] {
  if (!(value instanceof NotJson)) return NO_REFERENCES;
  if (value instanceof Sensitive) return referencesOf(value.value);
  if (value instanceof Reference) return [value];
  if (value instanceof Unknown) return value.candidates;
  return NO_REFERENCES;
}

/** Whether it is a reference, or not known and taken from resources of the input and nothing else: it is there for certain. */
export function isOfResources(value: Value | undefined): boolean {
  const known = plain(value);
  return referencesOf(value).length > 0 && !(known instanceof Unknown && mayBeSomethingElse(known));
}

/** True when nothing in the value is left open. A reference counts as known when its value is. */
export function isFullyKnown(value: Value | undefined): boolean {
  const known = plain(value);
  if (known instanceof Unknown) return false;
  if (known === null || typeof known !== "object") return true;
  return Object.values(known).every((part: Value | undefined) => isFullyKnown(part));
}

export function isSensitive(value: Value | undefined): boolean {
  return value instanceof Sensitive || (value instanceof Reference && isSensitive(value.value));
}

export function describeReference(reference: Reference): string {
  return reference.attribute === undefined ? reference.target : `${reference.target}.${reference.attribute}`;
}

export function emptyMap(): Record<string, Value> {
  return {};
}

/** Sets a key that comes from an input: `__proto__` is a key like any other. */
export function put(map: Record<string, Value>, key: string, value: Value): void {
  if (key === "__proto__") {
    Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
  } else map[key] = value;
}
