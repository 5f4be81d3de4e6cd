import names from "./arm-type-names.json" with { type: "json" };
import texts from "./arm-shapes.json" with { type: "json" };

/**
 * How a property is spelled and what it is: `1` a secret, `2` a flag, `3` a number. A list stands for the items of an array or a map (`*`), or
 * for the words that the property admits (`=`). In an object `*` stands for all names that it does not list.
 */
export type ArmShape = 0 | 1 | 2 | 3 | `#${string}` | ItemShape | WordShape | ArmShapes;
type ItemShape = readonly ["*", ArmShape];
type WordShape = readonly ["=", ...(readonly string[])];
export interface ArmShapes {
  readonly [property: string]: ArmShape;
}

const TEXTS: Readonly<Record<string, string>> = texts;
const PARSED = new Map<string, ArmShape>();
let spellings: ReadonlyMap<string, string> | undefined;

/** A type as Azure publishes it, for one in any case; one that is not published stays as it is. */
export function spellType(type: string): string {
  spellings ??= new Map(names.map((name) => [name.toLowerCase(), name]));
  return spellings.get(type.toLowerCase()) ?? type;
}

/** The shape of a type in its published spelling, or a definition by `#name`; nothing for one that no rule is about. */
export function shapeNamed(name: string): ArmShape | undefined {
  const known = PARSED.get(name);
  if (known !== undefined) return known;
  const text = Object.hasOwn(TEXTS, name) ? TEXTS[name] : undefined;
  if (text === undefined) return undefined;
  const shape = JSON.parse(text) as ArmShape;
  PARSED.set(name, shape);
  return shape;
}

/** The shape behind the name of a definition. */
function resolveShape(shape: ArmShape | undefined): ArmShape | undefined {
  return typeof shape === "string" ? shapeNamed(shape) : shape;
}

const SPELLINGS = new WeakMap<ArmShapes, ReadonlyMap<string, string>>();

/** The name of a property as the shape spells it. */
export function spellProperty(shape: ArmShape | undefined, name: string): string {
  if (!isObjectShape(shape) || Object.hasOwn(shape, name)) return name;
  let known = SPELLINGS.get(shape);
  if (known === undefined) {
    known = new Map(Object.keys(shape).map((key) => [key.toLowerCase(), key]));
    SPELLINGS.set(shape, known);
  }
  return known.get(name.toLowerCase()) ?? name;
}

/**
 * A text as what the property is: a word in the case in which Azure publishes it, and a flag or a number that somebody wrote
 * in quotes. Azure takes those as if they had none.
 */
export function readText(shape: ArmShape | undefined, text: string): string | number | boolean {
  if (shape === 2 && /^(?:true|false)$/iu.test(text)) return text.toLowerCase() === "true";
  if (shape === 3 && /^-?\d{1,15}$/u.test(text)) return Number(text);
  return spellWord(shape, text);
}

function spellWord(shape: ArmShape | undefined, text: string): string {
  if (!isWordShape(shape) || shape.includes(text)) return text;
  const wanted = text.toLowerCase();
  return shape.slice(1).find((word) => word.toLowerCase() === wanted) ?? text;
}

/** The shape of a property, of an item or of a value of a map. */
export function shapeOfPart(shape: ArmShape | undefined, name: string): ArmShape | undefined {
  if (isItemShape(shape)) return resolveShape(shape[1]);
  return isObjectShape(shape)
    ? resolveShape(Object.hasOwn(shape, name) ? shape[name] : shape["*"])
    : undefined;
}

function isItemShape(shape: ArmShape | undefined): shape is ItemShape {
  return Array.isArray(shape) && shape[0] === "*";
}

function isWordShape(shape: ArmShape | undefined): shape is WordShape {
  return Array.isArray(shape) && shape[0] === "=";
}

function isObjectShape(shape: ArmShape | undefined): shape is ArmShapes {
  return typeof shape === "object" && !Array.isArray(shape);
}
