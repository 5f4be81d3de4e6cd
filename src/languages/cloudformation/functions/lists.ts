import { Unknown, UnknownChoice, isValueList, plain, referencesOf } from "../../../model/value.ts";
import type { Value } from "../../../model/value.ts";
import type { Evaluate, Evaluation } from "../evaluation.ts";
import { joinText, textOf } from "../join-text.ts";
import { MAX_TEXT } from "../limits.ts";
import { intrinsicOf } from "../template-node.ts";
import type { TemplateNode } from "../template-node.ts";

/** `Fn::Join: [delimiter, list]` */
export const join: Evaluate = (stack, argument, offset) => {
  const [delimiterNode, listNode] = itemsOf(argument);
  const delimiter = textOf(stack.present(delimiterNode, "the delimiter of Fn::Join"));
  if (delimiter === undefined || listNode === undefined) {
    return wrong(stack, "Fn::Join takes a delimiter and a list", offset);
  }
  const list = stack.present(listNode, "the list of Fn::Join");
  const items = plain(list);
  if (!isValueList(items)) return unknownFrom(list, "the list of Fn::Join is no list");
  if (mayBeShorter(listNode, items)) return unknownFrom(items.find(isOpen) ?? list, "not known");
  const pieces = items.flatMap((item, index) =>
    index === 0 || delimiter === "" ? [item] : [delimiter, item],
  );
  return joinText(pieces, stack.meter);
};

/** `Fn::Select: [index, list]` */
export const select: Evaluate = (stack, argument, offset) => {
  const [indexNode, listNode] = itemsOf(argument);
  if (indexNode === undefined || listNode === undefined) {
    return wrong(stack, "Fn::Select takes an index and a list", offset);
  }
  const index = stack.present(indexNode, "the index of Fn::Select");
  const list = stack.present(listNode, "the list of Fn::Select");
  const items = plain(list);
  const text = textOf(index);
  if (text === undefined) return unknownFrom(index, "the index of Fn::Select is no number");
  if (!isValueList(items)) return unknownFrom(list, "the list of Fn::Select is no list");
  const position = Number(text);
  if (mayBeShorter(listNode, items.slice(0, position))) {
    return new Unknown("how many items come before it is not known");
  }
  const item = items[position];
  if (item !== undefined) return item;
  const message = `Fn::Select asks for item ${text} of a list of ${String(items.length)}`;
  stack.report("cloudformation-arguments", message, offset);
  return new Unknown(message);
};

/** `Fn::Split: [delimiter, text]` */
export const split: Evaluate = (stack, argument, offset) => {
  const [delimiterNode, textNode] = itemsOf(argument);
  const delimiter = textOf(stack.present(delimiterNode, "the delimiter of Fn::Split"));
  if (delimiter === undefined || delimiter === "" || textNode === undefined) {
    return wrong(stack, "Fn::Split takes a delimiter and a text", offset);
  }
  const value = stack.present(textNode, "the text of Fn::Split");
  const text = textOf(value);
  if (text === undefined) return unknownFrom(value, "what Fn::Split takes is no text");
  // a text and a delimiter of one letter make a list of millions
  if (text.length > MAX_TEXT || !stack.meter.text(text.length)) return new Unknown("the text is too long");
  return text.split(delimiter);
};

/** `Fn::Length: list` */
export const length: Evaluate = (stack, argument) => {
  const list = stack.present(argument, "the list of Fn::Length");
  const items = plain(list);
  if (!isValueList(items)) {
    return new Unknown(items instanceof Unknown ? items.reason : "what Fn::Length takes is no list");
  }
  return mayBeShorter(argument, items) ? new Unknown("how many items there are is not known") : items.length;
};

/** A choice that is not decided may turn out to be AWS::NoValue, and is no item then. */
function mayBeShorter(list: TemplateNode, items: readonly Value[]): boolean {
  return (
    items.some((item) => isOpen(item) && referencesOf(item).length === 0) &&
    (list.kind !== "list" || list.items.some((item) => intrinsicOf(item)?.name === "Fn::If"))
  );
}

function isOpen(item: Value): boolean {
  return item instanceof Unknown && !(item instanceof UnknownChoice);
}

function unknownFrom(value: Value, otherwise: string): Unknown {
  const known = plain(value);
  return known instanceof Unknown ? new Unknown(known.reason, known.candidates) : new Unknown(otherwise);
}

function wrong(stack: Evaluation, message: string, offset: number): Unknown {
  stack.report("cloudformation-arguments", message, offset);
  return new Unknown(message);
}

function itemsOf(node: TemplateNode): readonly TemplateNode[] {
  return node.kind === "list" ? node.items : [];
}
