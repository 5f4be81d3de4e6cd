import { both, everyTruth } from "../../../model/truth.ts";
import type { Truth } from "../../../model/truth.ts";
import { ArmObject, Open, OpenText, Read, bare, isArray } from "./arm-value.ts";
import type { ArmValue } from "./arm-value.ts";
import { isOpaque } from "./print.ts";

/** Whether two values are equal, texts with their case, objects without regard to the order of their keys. */
export function equals(left: ArmValue, right: ArmValue): Truth {
  const [one, other] = [bare(left), bare(right)];
  if (one instanceof Open || other instanceof Open) return compareOpen(one, other);
  if (isArray(one) && isArray(other)) {
    if (one.length !== other.length) return false;
    return everyTruth(one.map((item, index) => equals(item, other[index] ?? null)));
  }
  if (one instanceof ArmObject && other instanceof ArmObject) return compareObjects(one, other);
  if (typeof one === "object" || typeof other === "object") return one === other;
  return one === other;
}

function compareOpen(one: ArmValue, other: ArmValue): Truth {
  // an expression means the same wherever it stands in a deployment
  if (one instanceof Open && other instanceof Open) {
    const isSame =
      one.expression === other.expression &&
      one instanceof OpenText === other instanceof OpenText &&
      !isOpaque(one.expression);
    return one === other || isSame ? true : "unknown";
  }
  if (one instanceof Open) return mayBe(one, other) ? "unknown" : false;
  return other instanceof Open && !mayBe(other, one) ? false : "unknown";
}

/** Whether something that is not known may be a value: a text is no other thing, and a resource is an object. */
function mayBe(open: Open, value: ArmValue): boolean {
  if (value === null) return open.traits.isPresent !== true;
  const { oneOf } = open.traits;
  if (oneOf !== undefined) return oneOf.some((one) => isAlike(one, value));
  if (open instanceof OpenText) return typeof value === "string" && fits(open, value);
  return !(open instanceof Read) || open.read.path.length > 0 || value instanceof ArmObject;
}

/** Whether a key that is not known may be one of the keys that an object has; keys have no case. */
export function mayHaveKey(object: ArmObject, key: Open): boolean {
  if (object.rest !== undefined) return true;
  if (!(key instanceof OpenText)) return object.members.size > 0;
  const pieces = key.pieces.map((piece) => (typeof piece === "string" ? piece.toLowerCase() : piece));
  for (const name of object.members.keys()) if (fits({ pieces }, name.toLowerCase())) return true;
  return false;
}

function isAlike(one: ArmValue, value: ArmValue): boolean {
  const [left, right] = [bare(one), bare(value)];
  if (typeof left !== "string" || typeof right !== "string") return equals(left, right) !== false;
  return left.toLowerCase() === right.toLowerCase();
}

/** Whether a text may be what the pieces make. */
function fits({ pieces }: Pick<OpenText, "pieces">, text: string): boolean {
  const first = pieces[0];
  const last = pieces.at(-1);
  const start = typeof first === "string" ? first : "";
  const end = typeof last === "string" ? last : "";
  return text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end);
}

function compareObjects(one: ArmObject, other: ArmObject): Truth {
  let truth: Truth = one.isClosed && other.isClosed ? true : "unknown";
  if (truth === true && one.members.size !== other.members.size) return false;
  for (const [left, right] of [
    [one, other],
    [other, one],
  ] as const) {
    for (const [key, member] of left.members) {
      const found = right.members.get(key);
      if (found === undefined) {
        if (right.rest === undefined && member.maybe !== true) return false;
        truth = both(truth, "unknown");
      } else if (left === one) {
        const same = equals(member.value, found.value);
        const isCertain = member.maybe !== true && found.maybe !== true;
        truth = both(truth, same === false && !isCertain ? "unknown" : same);
        if (truth === false) return false;
      }
    }
  }
  return truth;
}
