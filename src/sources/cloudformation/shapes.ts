import texts from "./shapes.json" with { type: "json" };

/** How a property is read: text, boolean, number, data, text that is JSON, anything, list, map, object. */
export type Shape = "s" | "b" | "n" | "j" | "t" | "?" | readonly ["*" | "%", Shape] | Shapes;
export interface Shapes {
  readonly [property: string]: Shape;
}

export interface TypeShape {
  readonly properties: Shapes;
  readonly attributes: readonly string[];
  /** The property that `Ref` gives back. */
  readonly ref?: string;
}

const TEXTS: Readonly<Record<string, string>> = texts;
const PARSED = new Map<string, TypeShape>();

/** What is known of a type; `undefined` for one that no rule is about, and for those of others. */
export function shapeOf(type: string): TypeShape | undefined {
  const known = PARSED.get(type);
  if (known !== undefined) return known;
  const text = Object.hasOwn(TEXTS, type) ? TEXTS[type] : undefined;
  if (text === undefined) return undefined;
  const shape = JSON.parse(text) as TypeShape;
  PARSED.set(type, shape);
  return shape;
}
