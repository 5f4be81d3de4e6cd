import {
  Sensitive,
  Unknown,
  UnknownChoice,
  UnknownInput,
  UnknownText,
  Reference,
  isValueList,
  plain,
} from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { memberOf, scalarText, valueText } from "../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../languages/cloudformation/template-node.ts";
import { textOf } from "../../languages/cloudformation/join-text.ts";

/** What `Ref` of a parameter gives: what it is given, else its default, in the form of its type. */
export function readParameter(name: string, node: TemplateNode, given: Value | undefined): Value {
  const type = scalarText(memberOf(node, "Type")) ?? "String";
  const value = given ?? defaultOf(node);
  const isHidden = /^true$/iu.test(scalarText(memberOf(node, "NoEcho")) ?? "");
  if (value === undefined) return isHidden ? new UnknownInput(noValue(name)) : withoutValue(name, type, node);
  if (type.startsWith("AWS::SSM::Parameter::Value")) {
    return new UnknownInput(`parameter ${name} is read from Systems Manager at deployment`);
  }
  const read = isListType(type) ? asList(value) : value;
  return isHidden && !(read instanceof Unknown)
    ? new Sensitive(read, given === undefined ? "type" : "input")
    : read;
}

function noValue(name: string): string {
  return `parameter ${name} has no value; give it with --param-file`;
}

/** One of the allowed values, when the template names them; the only one, when there is no other. */
function withoutValue(name: string, type: string, node: TemplateNode): Value {
  const allowed = memberOf(node, "AllowedValues");
  const isText = type === "String" || type === "Number";
  const texts = isText && allowed?.kind === "list" ? allowed.items.map((item) => valueText(item)) : [];
  const [first, ...more] = texts;
  if (first === undefined || more.includes(undefined)) return new UnknownInput(noValue(name));
  const choices = [...new Set(texts.filter((text) => text !== undefined))];
  return choices.length > 1 ? new UnknownChoice(noValue(name), choices) : first;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html */
function isListType(type: string): boolean {
  return type === "CommaDelimitedList" || type.startsWith("List<");
}

function defaultOf(node: TemplateNode): Value | undefined {
  const written = memberOf(node, "Default");
  if (written === undefined) return undefined;
  if (written.kind === "list") return written.items.map((item) => valueText(item) ?? new Unknown("no text"));
  return valueText(written);
}

/** The text of a list, at its commas. A reference in it is an item: no id has a comma. */
function asList(value: Value): Value {
  if (isValueList(value)) return value;
  const text = textOf(value);
  if (text !== undefined) return text === "" ? [] : text.split(",").map((item) => item.trim());
  if (value instanceof Reference) return [value];
  if (value instanceof UnknownText) return splitPieces(value) ?? new Unknown(value.reason, value.candidates);
  const known = plain(value);
  return known instanceof Unknown ? new Unknown(known.reason, known.candidates) : new Unknown("no list");
}

function splitPieces({ pieces }: UnknownText): readonly Value[] | undefined {
  const items: Value[] = [];
  let isAfterComma = true;
  for (const piece of pieces) {
    if (typeof piece !== "string") {
      if (!(piece instanceof Reference) || !isAfterComma) return undefined;
      items.push(piece);
      isAfterComma = false;
      continue;
    }
    const [before = "", ...others] = piece.split(",").map((item) => item.trim());
    if (before !== "" && !isAfterComma) return undefined;
    if (before !== "") items.push(before);
    const last = others.pop();
    items.push(...others);
    if (last !== undefined && last !== "") items.push(last);
    isAfterComma = last === "" || (last === undefined && before === "" && isAfterComma);
  }
  return items;
}
