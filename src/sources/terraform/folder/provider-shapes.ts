import type { AttributeShape, BlockShape, BodyShape } from "../../../languages/hcl/evaluator/body-shape.ts";
import { ANY, BOOL, NUMBER, STRING } from "../../../languages/hcl/values/hcl-value.ts";
import type { HclValue, Type } from "../../../languages/hcl/values/hcl-value.ts";
import { listOf, mapOf, objectOf, setOf, tupleOf } from "../../../languages/hcl/values/type.ts";
import { fromJson } from "../convert.ts";
import { fromModelValue } from "./from-model-value.ts";
import shapes from "./aws-shapes.json" with { type: "json" };

// the form of aws-shapes.json: scripts/extract-aws-shapes.mjs

type TypeText =
  string | readonly [string, TypeText | Readonly<Record<string, TypeText>> | readonly TypeText[]];
type AttributeText = string | readonly [TypeText, string?];
interface BodyText {
  readonly [name: string]: AttributeText | BodyText;
}

const TYPES = shapes.types as unknown as Readonly<Record<string, BodyText>>;
const DEFAULTS = shapes.defaults as unknown as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
const BUILT = new Map<string, BodyShape>();
const PRIMITIVES: Readonly<Record<string, Type>> = {
  s: STRING,
  n: NUMBER,
  b: BOOL,
  string: STRING,
  number: NUMBER,
  bool: BOOL,
  dynamic: ANY,
};

/** The shape of a type of the AWS provider; data sources have `data.` before their name. Nothing for other types. */
export function providerShape(type: string): BodyShape | undefined {
  const built = BUILT.get(type);
  if (built !== undefined) return built;
  const text = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  if (text === undefined) return undefined;
  const defaults = Object.hasOwn(DEFAULTS, type) ? DEFAULTS[type] : undefined;
  const shape = bodyOf(text, new Map(Object.entries(defaults ?? {})), "");
  BUILT.set(type, shape);
  return shape;
}

/** Defaults are listed by their path: `rule.priority`. */
function bodyOf(text: BodyText, defaults: ReadonlyMap<string, unknown>, path: string): BodyShape {
  const attributes = new Map<string, AttributeShape>();
  const blocks = new Map<string, BlockShape>();
  for (const [name, part] of Object.entries(text)) {
    if (name === "~") continue;
    if (isAttribute(part)) attributes.set(name, attributeOf(part, defaults.get(path + name)));
    else blocks.set(name, { nesting: nestingOf(part), body: bodyOf(part, defaults, `${path}${name}.`) });
  }
  return { attributes, blocks };
}

function isAttribute(part: AttributeText | BodyText): part is AttributeText {
  return typeof part === "string" || Array.isArray(part);
}

function attributeOf(text: AttributeText, fallback: unknown): AttributeShape {
  const [type, flags = ""] = typeof text === "string" ? [text.slice(0, 1), text.slice(1)] : text;
  const described = { type: typeOf(type), isComputed: flags.includes("c"), isSensitive: flags.includes("x") };
  return fallback === undefined ? described : { ...described, fallback: valueOf(fallback) };
}

function valueOf(json: unknown): HclValue {
  return fromModelValue(fromJson(json));
}

function nestingOf(text: BodyText): BlockShape["nesting"] {
  const nesting = text["~"];
  if (nesting === "single" || nesting === "group") return "one";
  return nesting === "set" || nesting === "map" ? nesting : "list";
}

function typeOf(text: TypeText): Type {
  if (typeof text === "string") return PRIMITIVES[text] ?? ANY;
  const [kind, inner] = text;
  if (kind === "object") {
    const parts = Object.entries(inner as Readonly<Record<string, TypeText>>);
    return objectOf(new Map(parts.map(([name, part]) => [name, typeOf(part)])));
  }
  if (kind === "tuple") return tupleOf((inner as readonly TypeText[]).map(typeOf));
  const element = typeOf(inner as TypeText);
  if (kind === "list") return listOf(element);
  return kind === "set" ? setOf(element) : mapOf(element);
}
