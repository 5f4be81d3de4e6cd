import { Unknown, UnknownChoice, isValueList, plain } from "../../../model/value.ts";
import type { Value } from "../../../model/value.ts";
import type { Evaluate, Evaluation } from "../evaluation.ts";
import { textOf } from "../join-text.ts";
import type { TemplateNode } from "../template-node.ts";

// Functions of the Rules of a template, which judge the values of parameters.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-rules.html

/** `Fn::Contains: [texts, text]` */
export const contains: Evaluate = (stack, argument) => {
  const [texts, text] = argumentsOf(stack, argument);
  return isAmong(textOrOpen(text), listOf(texts));
};

/** `Fn::EachMemberIn: [texts, among]` */
export const eachMemberIn: Evaluate = (stack, argument) => {
  const [texts, among] = argumentsOf(stack, argument);
  return all(listOf(texts), (text) => isAmong(text, listOf(among)));
};

/** `Fn::EachMemberEquals: [texts, text]` */
export const eachMemberEquals: Evaluate = (stack, argument) => {
  const [texts, text] = argumentsOf(stack, argument);
  return all(listOf(texts), (item) => isAmong(item, [textOrOpen(text)]));
};

/** What only the account knows: the parameters of a type of AWS, and the tags of what they name. */
export const known: Evaluate = () => new Unknown("what the account holds is known at deployment");

type Text = string | Unknown;

function argumentsOf(stack: Evaluation, argument: TemplateNode): readonly Value[] {
  const items = argument.kind === "list" ? argument.items : [];
  return items.map((item) => stack.present(item, "an argument of a rule"));
}

function textOrOpen(value: Value | undefined): Text {
  const open = plain(value);
  if (open instanceof Unknown) return open;
  return textOf(value) ?? new Unknown("the rule compares what is no text");
}

function listOf(value: Value | undefined): readonly Text[] | Unknown {
  const list = plain(value);
  if (list instanceof Unknown) return list;
  return isValueList(list) ? list.map(textOrOpen) : new Unknown("the rule looks into what is no list");
}

function choicesOf(text: Text): readonly string[] | undefined {
  if (text instanceof UnknownChoice) return text.choices.map(String);
  return typeof text === "string" ? [text] : undefined;
}

function isAmong(text: Text, texts: readonly Text[] | Unknown): boolean | Unknown {
  if (texts instanceof Unknown) return texts;
  const choices = choicesOf(text);
  if (choices === undefined) return text instanceof Unknown ? text : false;
  if (choices.every((choice) => texts.includes(choice))) return true;
  const open = texts.find((item) => item instanceof Unknown);
  if (open instanceof Unknown) return open;
  const isAny = choices.some((choice) => texts.includes(choice));
  return isAny && text instanceof Unknown ? text : false;
}

function all(texts: readonly Text[] | Unknown, test: (text: Text) => boolean | Unknown): boolean | Unknown {
  if (texts instanceof Unknown) return texts;
  let open: Unknown | undefined;
  for (const text of texts) {
    const decided = test(text);
    if (decided === false) return false;
    if (decided instanceof Unknown) open ??= decided;
  }
  return open ?? true;
}
