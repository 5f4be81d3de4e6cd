import type { Written } from "../expression.ts";
import { PlacedText } from "../source-text.ts";
import type { ParameterDeclaration, Template } from "../template.ts";
import { ArmObject, OpenText, Secure, isArray } from "../values/arm-value.ts";
import type { ArmValue } from "../values/arm-value.ts";
import { openFrom } from "../values/open-call.ts";
import { print } from "../values/print.ts";
import type { JsonMember, JsonNode } from "./parse-arm-json.ts";

/** A template as JSON that an expression gives. */
export interface MadeTemplate {
  readonly node: JsonNode;
  readonly source: PlacedText;
  /** The values in it that are not known, and those that must not be shown: its JSON names them as parameters. */
  readonly settled: ReadonlyMap<string, ParameterDeclaration>;
}

/** Texts of JSON that are expressions begin so, whatever follows. */
const EXPRESSION = /^\[(?!\[)/u;

/**
 * The JSON of a template that is put together of values; nothing for a value that does not tell which resources there are.
 * `around` is where it is put together.
 */
export function madeTemplate(value: ArmValue, around: Written): MadeTemplate | undefined {
  if (!(value instanceof ArmObject) || !tellsResources(value)) return undefined;
  const source = new PlacedText(around.source);
  const settled = new Map<string, ParameterDeclaration>();
  const node = nodeOf(value, source.place(around), { source, settled });
  return { node, source, settled };
}

/** The template with the values that its JSON names. */
export function withSettled(template: Template, { settled }: MadeTemplate): Template {
  if (settled.size === 0) return template;
  return { ...template, parameters: new Map([...template.parameters, ...settled]) };
}

/** True when every resource is an object whose members are known, those inside of others included. */
function tellsResources(template: ArmObject): boolean {
  const resources = template.get("resources");
  if (!template.isClosed) return false;
  if (resources === undefined) return true;
  const items =
    resources instanceof ArmObject && resources.isClosed
      ? [...resources.members.values()].map((member) => member.value)
      : resources;
  return isArray(items) && items.every((item) => item instanceof ArmObject && tellsResources(item));
}

type Making = Pick<MadeTemplate, "source"> & { readonly settled: Map<string, ParameterDeclaration> };

function nodeOf(value: ArmValue, start: number, making: Making): JsonNode {
  if (isArray(value)) {
    return { kind: "array", start, items: value.map((item) => nodeOf(item, start, making)) };
  }
  if (value instanceof ArmObject && value.isClosed) {
    const members = [...value.members.values()].map((member): JsonMember => {
      const at = member.written === undefined ? start : making.source.place(member.written);
      return { key: member.key, start: at, value: nodeOf(member.value, at, making) };
    });
    // an object is where its first member is
    return { kind: "object", start: members[0]?.start ?? start, members };
  }
  if (value === null || typeof value !== "object") return { kind: "scalar", start, value };
  return { kind: "scalar", start, value: settle(value, start, making) };
}

/** The expression that gives a value as it is. */
function settle(value: Exclude<ArmValue, null>, start: number, { source, settled }: Making): string {
  // the letter in front cannot be in a name that somebody writes
  const name = `\u0001${String(settled.size)}`;
  const inner = value instanceof Secure ? value.value : value;
  const [first] = inner instanceof OpenText ? inner.pieces : [];
  // an expression of which a piece is not known may be anything
  const isExpression = typeof first === "string" && EXPRESSION.test(first);
  const kept = isExpression ? openFrom([value], print(value)) : value;
  settled.set(name, declare(name, value instanceof Secure ? new Secure(kept) : kept, source, start));
  return `[parameters('${name}')]`;
}

function declare(name: string, settled: ArmValue, source: PlacedText, start: number): ParameterDeclaration {
  return { name, type: { type: "any" }, settled, source, start };
}
