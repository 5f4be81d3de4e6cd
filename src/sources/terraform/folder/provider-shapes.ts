import type { AttributeShape, BlockShape, BodyShape } from "../../../languages/hcl/evaluator/body-shape.ts";
import { ANY, BOOL, NUMBER, STRING } from "../../../languages/hcl/values/hcl-value.ts";
import type { HclValue, Type } from "../../../languages/hcl/values/hcl-value.ts";
import { attribute } from "../../../languages/hcl/evaluator/body-shape.ts";
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

const TYPES: Readonly<Record<string, string>> = shapes.types;
const DEFAULTS: Readonly<Record<string, string>> = shapes.defaults;
const BUILT = new Map<string, BodyShape>();
const NESTINGS: Readonly<Record<string, BlockShape["nesting"]>> = {
  single: "one",
  group: "one",
  set: "set",
  map: "map",
};
const PRIMITIVES: Readonly<Record<string, Type>> = {
  s: STRING,
  n: NUMBER,
  b: BOOL,
  string: STRING,
  number: NUMBER,
  bool: BOOL,
  dynamic: ANY,
};

/** Of the provider that is part of Terraform. */
const TERRAFORM_DATA: BodyShape = {
  attributes: new Map([
    ["id", { ...attribute(STRING), isComputed: true, isDecided: true, isNeverNull: true }],
    ["input", attribute(ANY)],
    ["output", { ...attribute(ANY), isComputed: true, isDecided: true }],
    ["triggers_replace", attribute(ANY)],
  ]),
  blocks: new Map(),
};

/**
 * The shape of a type of the AWS provider, and of `terraform_data`; data sources have `data.` before their name. Nothing
 * for other types.
 */
export function providerShape(type: string): BodyShape | undefined {
  if (type === "terraform_data") return TERRAFORM_DATA;
  const built = BUILT.get(type);
  if (built !== undefined) return built;
  const text = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  if (text === undefined) return undefined;
  const defaults = Object.hasOwn(DEFAULTS, type) ? DEFAULTS[type] : undefined;
  const shape = bodyOf(
    JSON.parse(text.replaceAll("'", '"')) as BodyText,
    new Map(Object.entries(JSON.parse(defaults ?? "{}") as Readonly<Record<string, unknown>>)),
    "",
  );
  BUILT.set(type, shape);
  return shape;
}

/** The types of the AWS provider, shaped here or not. */
export function awsTypes(): ReadonlySet<string> {
  known ??= new Set(shapes.names.split(" ").map((name) => `aws_${name}`));
  return known;
}

let known: ReadonlySet<string> | undefined;

/** Defaults are listed by their path: `rule.priority`. */
function bodyOf(text: BodyText, defaults: ReadonlyMap<string, unknown>, path: string): BodyShape {
  const attributes = new Map<string, AttributeShape>();
  const blocks = new Map<string, BlockShape>();
  for (const [name, part] of Object.entries(text)) {
    if (name === "~") continue;
    if (isAttribute(part)) attributes.set(name, attributeOf(part, defaults.get(path + name)));
    else blocks.set(name, { ...nestingOf(part), body: bodyOf(part, defaults, `${path}${name}.`) });
  }
  return { attributes, blocks };
}

function isAttribute(part: AttributeText | BodyText): part is AttributeText {
  return typeof part === "string" || Array.isArray(part);
}

function attributeOf(text: AttributeText, fallback: unknown): AttributeShape {
  const [type, flags = ""] = typeof text === "string" ? [text.slice(0, 1), text.slice(1)] : text;
  const described = {
    type: typeOf(type),
    isRequired: flags.includes("r"),
    isComputed: flags.includes("c"),
    isDecided: flags.includes("d"),
    isSensitive: flags.includes("x"),
  };
  return fallback === undefined ? described : { ...described, fallback: valueOf(fallback) };
}

function valueOf(json: unknown): HclValue {
  return fromModelValue(fromJson(json));
}

/** `list 1 1`: the nesting, how many blocks there have to be, and how many there may be when that is limited. */
function nestingOf(text: BodyText): Omit<BlockShape, "body"> {
  const [nesting = "", min, max] = nestingText(text).split(" ");
  return { nesting: NESTINGS[nesting] ?? "list", min: Number(min), max: Number(max) };
}

function nestingText({ "~": nesting }: BodyText): string {
  return typeof nesting === "string" ? nesting : "";
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
