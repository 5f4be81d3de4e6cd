import {
  Reference,
  Sensitive,
  Unknown,
  UnknownChoice,
  UnknownDocument,
  UnknownInput,
  UnknownText,
  isValueList,
  isValueMap,
  put,
} from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Shape, Shapes } from "./shapes.ts";

/** Called for a name that the type does not have, with the pointer of what it stands in. */
export type UnknownName = (name: string, pointer: readonly string[], known: readonly string[]) => void;

/** A value as its property reads it: CloudFormation takes "true" for a boolean and "7" for a number. */
export function readProperty(value: Value, shape: Shape, unknownName: UnknownName): Value {
  return new PropertyReader(unknownName).read(value, shape);
}

class PropertyReader {
  readonly #unknownName: UnknownName;
  /** Where the value that is read stands. */
  readonly #path: string[] = [];

  constructor(unknownName: UnknownName) {
    this.#unknownName = unknownName;
  }

  read(value: Value, shape: Shape): Value {
    if (value === null) return new Unknown("null is no value in a template; use AWS::NoValue");
    if (typeof value === "object" && !isValueList(value) && !isValueMap(value)) {
      return this.#wrapped(value, shape);
    }
    if (typeof shape === "string") return readScalar(value, shape);
    if (Array.isArray(shape)) return this.#collection(value, shape as readonly ["*" | "%", Shape]);
    return this.#object(value, shape as Shapes);
  }

  #wrapped(value: Reference | Sensitive | Unknown, shape: Shape): Value {
    if (value instanceof Sensitive) return new Sensitive(this.read(value.value, shape), value.markedBy);
    if (value instanceof Unknown) return readUnknown(value, shape);
    return value.value === undefined
      ? value
      : new Reference(value.target, value.attribute, this.read(value.value, shape));
  }

  #collection(value: Value, [kind, item]: readonly ["*" | "%", Shape]): Value {
    if (kind === "*" && isValueList(value)) {
      return mapItems(value, (part, index) => this.#part(part, item, String(index)));
    }
    if (kind === "%" && isValueMap(value)) {
      return mapMembers(value, (part, key) => this.#part(part, item, key));
    }
    return readAnything(value);
  }

  #object(value: Value, shapes: Shapes): Value {
    if (!isValueMap(value)) return readAnything(value);
    return mapMembers(value, (part, key) => {
      const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
      if (shape === undefined) this.#unknownName(key, this.#path, Object.keys(shapes));
      return this.#part(part, shape ?? "?", key);
    });
  }

  #part(value: Value, shape: Shape, key: string): Value {
    this.#path.push(key);
    const read = this.read(value, shape);
    this.#path.pop();
    return read;
  }
}

/** The list itself when no item changes: most values are what they are written as. */
function mapItems(list: readonly Value[], change: (item: Value, index: number) => Value): readonly Value[] {
  let changed: Value[] | undefined;
  for (const [index, item] of list.entries()) {
    const value = change(item, index);
    if (value === item) continue;
    changed ??= [...list];
    changed[index] = value;
  }
  return changed ?? list;
}

/** The map itself when no member changes. */
function mapMembers(map: ValueMap, change: (member: Value, key: string) => Value): ValueMap {
  let changed: Record<string, Value> | undefined;
  for (const key of Object.keys(map)) {
    const member = map[key] as Value;
    const value = change(member, key);
    if (value === member) continue;
    changed ??= { ...map };
    put(changed, key, value);
  }
  return changed ?? map;
}

function readUnknown(value: Unknown, shape: Shape): Value {
  const dynamic = value instanceof UnknownText ? value.pieces.find(isDynamic) : undefined;
  if (dynamic !== undefined) return new UnknownInput(whyDynamic(dynamic));
  if (value instanceof UnknownChoice) return readChoices(value, shape);
  return value instanceof UnknownDocument && (shape === "j" || shape === "t") ? value.document : value;
}

/** Each choice as the property reads it; of a list or an object that is a choice of texts nothing is known. */
function readChoices({ reason, choices }: UnknownChoice, shape: Shape): Value {
  const read = choices.map((choice) =>
    typeof shape === "string" && choice !== null ? readScalar(choice, shape) : undefined,
  );
  const scalars = read.filter((choice) => typeof choice !== "object" && choice !== undefined);
  if (scalars.length < choices.length) return new Unknown(reason);
  const [only, ...more] = new Set(scalars);
  return only !== undefined && more.length === 0 ? only : new UnknownChoice(reason, [...new Set(scalars)]);
}

function readScalar(value: Value, shape: string): Value {
  switch (shape) {
    case "b":
      return readBoolean(value);
    case "n":
      return typeof value === "string" && /^\s*[-+]?\d/u.test(value) && Number.isFinite(Number(value))
        ? Number(value)
        : readAnything(value);
    case "s":
      return typeof value === "number" || typeof value === "boolean" ? String(value) : readAnything(value);
    case "j":
    case "t":
      return typeof value === "string" ? readJson(value) : readAnything(value);
    default:
      return readAnything(value);
  }
}

/** YAML 1.1, which CloudFormation reads, has more words than one. */
function readBoolean(value: Value): Value {
  if (typeof value !== "string") return value;
  if (/^(?:true|yes|on)$/iu.test(value)) return true;
  return /^(?:false|no|off)$/iu.test(value) ? false : readAnything(value);
}

function readJson(text: string): Value {
  if (!/^\s*[[{]/u.test(text)) return readAnything(text);
  try {
    return readAnything(JSON.parse(text) as Value);
  } catch {
    return new Unknown("the text is not valid JSON");
  }
}

function whyDynamic(piece: Value): string {
  return typeof piece === "string" && piece.includes("{{changeSet:")
    ? "the change set knows it only after it is executed"
    : "read from Systems Manager or Secrets Manager at deployment";
}

const DEEPEST = 500;

/** A value without a shape; dynamic references in its texts are not known. */
export function readAnything(value: Value, depth = 0): Value {
  if (typeof value === "string") return isDynamic(value) ? new UnknownInput(whyDynamic(value)) : value;
  if (value === null || typeof value !== "object") return value;
  if (depth > DEEPEST) return new Unknown(`nested more than ${String(DEEPEST)} levels deep`);
  if (value instanceof UnknownText || value instanceof UnknownChoice) return readUnknown(value, "?");
  if (isValueList(value)) return mapItems(value, (item) => readAnything(item, depth + 1));
  return isValueMap(value) ? mapMembers(value, (part) => readAnything(part, depth + 1)) : value;
}

/** A dynamic reference, or what a change set knows after it is executed. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html */
function isDynamic(piece: Value): boolean {
  return typeof piece === "string" && piece.includes("{{") && /\{\{(?:resolve|changeSet):/u.test(piece);
}
