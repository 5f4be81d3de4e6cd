import type { TemplateFor, TemplateIf, TemplatePart } from "../ast.ts";
import { concatenate } from "../values/concatenate.ts";
import { convert } from "../values/convert.ts";
import { EvaluationError } from "../values/evaluation-error.ts";
import { BOOL, STRING } from "../values/hcl-value.ts";
import type { HclValue } from "../values/hcl-value.ts";
import { text } from "../values/make-value.ts";
import { withMarks, withMarksOf } from "../values/marks.ts";
import { collectionItems } from "./collection-items.ts";
import { namesOf } from "./evaluate-for.ts";
import { withNames } from "./scope.ts";
import type { Evaluate, Scope } from "./scope.ts";
import { unknownAmong } from "./unknown-among.ts";

/** The text that the parts of a template make: a string, which names no resource any more. */
export function evaluateTemplate(parts: readonly TemplatePart[], scope: Scope, evaluate: Evaluate): HclValue {
  const [first = text(""), ...more] = parts.map((part) => evaluatePart(part, scope, evaluate));
  return more.length === 0
    ? concatenate([first])
    : withMarks(concatenate([first, ...more]), { reference: undefined });
}

function evaluatePart(part: TemplatePart, scope: Scope, evaluate: Evaluate): HclValue {
  switch (part.kind) {
    case "text":
      return text(part.value);
    case "interpolation":
      return evaluate(part.expression, scope);
    case "if":
      return evaluateIf(part, scope, evaluate);
    case "for":
      return evaluateFor(part, scope, evaluate);
  }
}

function evaluateIf(part: TemplateIf, scope: Scope, evaluate: Evaluate): HclValue {
  const value = evaluate(part.condition, scope);
  if (value.isNull) {
    throw new EvaluationError("The condition value is null. Conditions must either be true or false.");
  }
  const condition = convert(value, BOOL);
  const branch = (parts: readonly TemplatePart[]) => evaluateTemplate(parts, scope, evaluate);
  if (condition.isKnown) {
    return withMarksOf(branch(condition.data === true ? part.whenTrue : part.whenFalse), condition);
  }
  const reason = condition.unknown?.reason ?? "the condition is not known";
  return withMarksOf(
    unknownAmong(STRING, [branch(part.whenTrue), branch(part.whenFalse)], reason, { notNull: true }),
    condition,
  );
}

function evaluateFor(part: TemplateFor, scope: Scope, evaluate: Evaluate): HclValue {
  const collection = evaluate(part.collection, scope);
  const items = collectionItems(collection);
  if (items === undefined) {
    const reason = collection.unknown?.reason ?? "the collection is not known";
    return withMarksOf(unknownAmong(STRING, [collection], reason, { notNull: true }), collection);
  }
  const texts = items.map(({ key, value }) =>
    evaluateTemplate(
      part.parts,
      withNames(namesOf(part.keyName, key, part.valueName, value), scope),
      evaluate,
    ),
  );
  return withMarksOf(texts.length === 0 ? text("") : concatenate(texts), collection);
}
