import {
  AT_DEPLOYMENT,
  ArmObject,
  Open,
  OpenText,
  Read,
  Secure,
  isArray,
} from "../../languages/arm/values/arm-value.ts";
import type { ArmValue, ReadOfResource } from "../../languages/arm/values/arm-value.ts";
import { print } from "../../languages/arm/values/print.ts";
import {
  Reference,
  Sensitive,
  Unknown,
  UnknownPlace,
  UnknownText,
  describeReference,
  emptyMap,
  put,
} from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { readText, shapeOfPart, spellProperty } from "./arm-shapes.ts";
import type { ArmShape } from "./arm-shapes.ts";
import type { ResourceIds } from "./resource-ids.ts";

const MOST_CANDIDATES = 50;

/** Told of an object of which not all members are known, with its pointer. */
export type OnOpenObject = (pointer: readonly string[], open: Open) => void;

/** Makes values of the model of those of templates. */
export class ModelWriter {
  readonly #ids: ResourceIds;
  readonly #deployment: string;
  /** Inside of a secret that the template marks: its parts are secrets. */
  #isSecret = false;
  /** Inside of any secret: what is not known of it is not told by its expression, which may hold a part of it. */
  #isHidden = false;

  constructor(ids: ResourceIds, deployment: string) {
    this.#ids = ids;
    this.#deployment = deployment;
  }

  /**
   * A value in the spelling of its shape; `undefined` for null, with which a template leaves a property out. An object of
   * which not all members are known is unknown, unless somebody wants to be told of it.
   */
  value(
    value: ArmValue,
    shape: ArmShape | undefined,
    pointer: readonly string[] = [],
    onOpen?: OnOpenObject,
  ): Value | undefined {
    if (value === null) return undefined;
    if (value instanceof Secure) return this.#sensitive(value.value, shape);
    if (shape === 1) return this.#sensitive(value, 0, "type");
    if (value instanceof Open) return this.open(value);
    if (typeof value === "string") return this.#part(this.#text(readText(shape, value)));
    if (isArray(value)) {
      const item = shapeOfPart(shape, "*");
      return value.map((one, index) => this.value(one, item, [...pointer, String(index)]) ?? null);
    }
    if (!(value instanceof ArmObject)) return this.#part(value);
    return this.#object(value, shape, pointer, onOpen);
  }

  /** What is not known, with the resources that it is taken from. */
  open(value: Open): Value {
    if (value instanceof OpenText) return this.#openText(value);
    if (value instanceof Read) return this.#read(value);
    const place = placeOf(value.expression);
    const reason = this.#reasonOf(value);
    if (place !== undefined) return new UnknownPlace(reason, place, this.#deployment);
    return new Unknown(reason, this.#candidates(value.reads));
  }

  /** The id of a resource: a reference to the one that has it. */
  reference(id: ArmValue): Value {
    const value = this.value(id, undefined);
    return value ?? new Unknown(AT_DEPLOYMENT);
  }

  #sensitive(value: ArmValue, shape: ArmShape | undefined, markedBy?: "type"): Value | undefined {
    const around = { isSecret: this.#isSecret, isHidden: this.#isHidden };
    this.#isSecret ||= markedBy === undefined;
    this.#isHidden = true;
    const inner = this.value(value, shape);
    this.#isSecret = around.isSecret;
    this.#isHidden = around.isHidden;
    return inner === undefined ? undefined : new Sensitive(inner, markedBy);
  }

  /** Parts of a secret are secrets, wherever facts take them. */
  #part(value: Value): Value {
    return this.#isSecret ? new Sensitive(value) : value;
  }

  #object(
    object: ArmObject,
    shape: ArmShape | undefined,
    pointer: readonly string[],
    onOpen: OnOpenObject | undefined,
  ): Value {
    if (object.rest !== undefined) {
      if (onOpen === undefined) return this.#openObject(object, object.rest);
      onOpen(pointer, object.rest);
    }
    const map = emptyMap();
    for (const { key, value } of object.members.values()) {
      const name = spellProperty(shape, key);
      // what is below `properties` is read by rules property by property
      const told = pointer.length === 0 && name === "properties" ? onOpen : undefined;
      const written = this.value(value, shapeOfPart(shape, name), [...pointer, name], told);
      if (written !== undefined) put(map, name, written);
    }
    return map;
  }

  #openObject(object: ArmObject, rest: Open): Unknown {
    return new Unknown(
      this.#isHidden ? rest.cause : `${rest.cause}: ${print(object)}`,
      this.#candidates(rest.reads),
    );
  }

  #text(text: string | number | boolean): Value {
    if (typeof text !== "string" || !text.startsWith("/")) return text;
    const targets = this.#ids.get(text);
    const [target, ...more] = targets;
    // several resources with one id are one that is declared in alternatives
    return target === undefined || more.length > 0 ? text : new Reference(target, "id", text);
  }

  #openText(text: OpenText): Value {
    const pieces = text.pieces.map((piece) => (typeof piece === "string" ? piece : this.open(piece)));
    const found = this.#ids.find(text);
    const whole = new UnknownText(this.#reasonOf(text), this.#candidates(text.reads), pieces);
    if (found === undefined) return whole;
    const [target, ...more] = found.targets;
    if (target === undefined) return whole;
    if (found.rest === "" && more.length === 0) return new Reference(target, "id", whole);
    const references = found.targets.map((one) => new Reference(one, "id"));
    const head = more.length === 0 ? references[0] : new Unknown(AT_DEPLOYMENT, references);
    if (head === undefined) return whole;
    return new UnknownText(this.#reasonOf(text), references, [head, ...this.#rest(text, found.length)]);
  }

  /** The pieces of a text behind a place in its written form. */
  #rest(text: OpenText, length: number): readonly Value[] {
    const rest: Value[] = [];
    let at = 0;
    for (const piece of text.pieces) {
      const written = typeof piece === "string" ? piece : `\${${print(piece)}}`;
      const start = Math.max(0, length - at);
      at += written.length;
      if (start >= written.length) continue;
      rest.push(typeof piece === "string" ? piece.slice(start) : this.open(piece));
    }
    return rest;
  }

  #read(read: Read): Value {
    const { id, path } = read.read;
    const targets = this.#ids.get(id);
    const attribute = path.length === 0 ? undefined : path.join(".");
    const [target, ...more] = targets;
    if (target !== undefined && more.length === 0) return new Reference(target, attribute);
    return new Unknown(
      this.#reasonOf(read),
      targets.map((one) => new Reference(one, attribute)),
    );
  }

  #reasonOf(open: Open): string {
    return this.#isHidden ? open.cause : reasonOf(open);
  }

  #candidates(reads: readonly ReadOfResource[]): readonly Reference[] {
    const candidates = new Map<string, Reference>();
    for (const { id, path } of reads) {
      for (const target of this.#ids.get(id)) {
        const reference = new Reference(target, path.join(".") || undefined);
        candidates.set(describeReference(reference), reference);
      }
    }
    return [...candidates.values()].slice(0, MOST_CANDIDATES);
  }
}

/** Why, and what it is: `known only at deployment: resourceGroup().location`. */
export function reasonOf(open: Open): string {
  // a parameter without a value is named in the cause
  const isSaid = /^parameters\('([^']+)'\)$/u.exec(open.expression)?.[1];
  if (isSaid !== undefined && open.cause.includes(` ${isSaid} `)) return open.cause;
  return open.expression.startsWith("…")
    ? open.cause
    : `${open.cause}: ${open instanceof OpenText ? print(open) : open.expression}`;
}

function placeOf(expression: string): UnknownPlace["part"] | undefined {
  if (expression === "subscription().subscriptionId") return "account";
  return expression === "resourceGroup().location" ? "region" : undefined;
}
