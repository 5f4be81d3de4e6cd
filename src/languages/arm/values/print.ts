import { MAX_EXPRESSION } from "../limits.ts";
import { ArmObject, Open, OpenText, Secure, isArray } from "./arm-value.ts";
import type { ArmValue, ReadOfResource } from "./arm-value.ts";

/** The most frequent text of all has a short form. */
const OWN_GROUP = "/subscriptions/${subscription().subscriptionId}/resourceGroups/${resourceGroup().name}";

/** What is written for a value that is left out, and nobody tells apart. */
const LEFT_OUT = "'…'";

/** Left out, and not told apart by a name or sum that follows. */
const OPAQUE = /…(?![#\w])/u;

/** True for a written form that two different values may have: something in it is left out. */
export function isOpaque(expression: string): boolean {
  return OPAQUE.test(expression);
}

/** No text but the names of parameters stands in these, so that nothing of a secret does. */
const PLAIN = /^(?:[\w.()]|parameters\('\w+'\))+$/u;

/** The normal form of a value in an expression: `'text'`, `[1, 2]`, `reference('…').x`. A secret is left out. */
export function print(value: ArmValue): string {
  if (value instanceof Secure) return printSecure(value.value);
  if (value instanceof OpenText) {
    return value.expression === OWN_GROUP ? "resourceGroup().id" : `'${value.expression}'`;
  }
  if (value instanceof Open) return value.expression;
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  if (isArray(value)) return clip(`[${printList(value)}]`);
  if (!(value instanceof ArmObject)) return String(value);
  const members: string[] = [];
  let length = 0;
  for (const member of value.members.values()) {
    const text = `${member.key}: ${print(member.value)}`;
    members.push(text);
    length += text.length;
    if (length > 4 * MAX_EXPRESSION) break;
  }
  if (value.rest !== undefined) members.push(`...${print(value.rest)}`);
  return clip(`{${members.join(", ")}}`);
}

function printSecure(value: ArmValue): string {
  return value instanceof Open && PLAIN.test(value.expression) ? value.expression : LEFT_OUT;
}

function printList(values: readonly ArmValue[]): string {
  const texts: string[] = [];
  let length = 0;
  for (const value of values) {
    const text = print(value);
    texts.push(text);
    length += text.length;
    if (length > 4 * MAX_EXPRESSION) break;
  }
  return texts.join(", ");
}

export function printCall(name: string, values: readonly ArmValue[]): string {
  return clip(`${name}(${printList(values)})`);
}

/** `target.name`, `target['a-b']`, `target[0]` */
export function printAccess(target: string, key: ArmValue): string {
  const isName = typeof key === "string" && /^[A-Za-z_]\w*$/u.test(key);
  return clip(isName ? `${target}.${key}` : `${target}[${print(key)}]`);
}

/** The inside of an `OpenText`: known text as it stands, the rest as `${…}`. */
export function printPieces(pieces: readonly (string | Open)[]): string {
  return clip(pieces.map((piece) => (typeof piece === "string" ? piece : `\${${print(piece)}}`)).join(""));
}

/** `reference('…').blob` for what stands in `properties`, `reference('…', 'full').location` for the rest. */
export function printRead({ id, path }: ReadOfResource): string {
  const [first, ...rest] = path;
  const isProperty = typeof first === "string" && first.toLowerCase() === "properties";
  let text = isProperty ? `reference(${print(id)})` : `reference(${print(id)}, 'full')`;
  for (const key of isProperty ? rest : path) text = printAccess(text, key);
  return text;
}

/** A long expression is cut; what is left out is told apart by its sum, so that equal forms stay equal values. */
export function clip(text: string): string {
  if (text.length <= MAX_EXPRESSION) return text;
  return `${text.slice(0, MAX_EXPRESSION - 40)}…#${sumOf(text)}${isOpaque(text) ? "…" : ""}`;
}

/** FNV-1a with 2 × 32 bits. */
function sumOf(text: string): string {
  let one = 0x811c9dc5;
  let two = 0x1000193;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x85ebca6b) ^ (two >>> 13);
  }
  return (one >>> 0).toString(16) + (two >>> 0).toString(16);
}
