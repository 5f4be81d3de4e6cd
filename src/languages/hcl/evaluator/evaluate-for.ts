import type { Expression, ForObject, ForTuple, Name } from "../ast.ts";
import { convert } from "../values/convert.ts";
import { EvaluationError } from "../values/evaluation-error.ts";
import { ANY, BOOL, STRING } from "../values/hcl-value.ts";
import type { HclValue } from "../values/hcl-value.ts";
import { object, tuple } from "../values/make-value.ts";
import { withMarksOf, withMarksOfAll } from "../values/marks.ts";
import { collectionItems } from "./collection-items.ts";
import type { Item } from "./collection-items.ts";
import { withNames } from "./scope.ts";
import type { Evaluate, Scope } from "./scope.ts";
import { unknownAmong } from "./unknown-among.ts";

type For = ForTuple | ForObject;

/** `[for k, v in c : x if y]` and `{for k, v in c : x => y... if z}` */
export function evaluateFor(expression: For, scope: Scope, evaluate: Evaluate): HclValue {
  const collection = evaluate(expression.collection, scope);
  const items = collectionItems(collection);
  if (items === undefined) {
    return withMarksOf(overUnknown(expression, collection, scope, evaluate), collection);
  }
  const marked: HclValue[] = [collection];
  const kept: { readonly item: Item; readonly scope: Scope }[] = [];
  for (const item of items) {
    const inner = withItem(expression, item, scope);
    const condition = conditionOf(expression.condition, inner, evaluate);
    if (condition === undefined || condition.data === true) kept.push({ item, scope: inner });
    if (condition === undefined) continue;
    marked.push(condition);
    if (!condition.isKnown) return unknownResult(expression, collection, condition);
  }
  const result =
    expression.kind === "for-tuple"
      ? tuple(kept.map((entry) => evaluate(expression.value, entry.scope)))
      : buildObject(
          expression,
          kept.map((entry) => entry.scope),
          evaluate,
          marked,
        );
  return withMarksOfAll(result, marked);
}

function withItem({ keyName, valueName }: For, { key, value }: Item, scope: Scope): Scope {
  return withNames(namesOf(keyName, key, valueName, value), scope);
}

/** The names that stand for one item of a collection. */
export function namesOf(
  keyName: Name | undefined,
  key: HclValue,
  valueName: Name,
  value: HclValue,
): ReadonlyMap<string, HclValue> {
  const names = new Map<string, HclValue>();
  if (keyName !== undefined) names.set(keyName.name, key);
  return names.set(valueName.name, value);
}

function conditionOf(
  condition: Expression | undefined,
  scope: Scope,
  evaluate: Evaluate,
): HclValue | undefined {
  if (condition === undefined) return undefined;
  const value = evaluate(condition, scope);
  if (value.isNull) throw new EvaluationError("The value of the 'if' clause must not be null.");
  return convert(value, BOOL);
}

/** Whether one item is kept is not known: any of them may be, and what is made of them may refer to what they do. */
function unknownResult(expression: For, collection: HclValue, condition: HclValue): HclValue {
  const reason = condition.unknown?.reason ?? "a condition is not known";
  const kind = expression.kind === "for-tuple" ? "list" : "object";
  return withMarksOf(
    unknownAmong(ANY, [collection], `which items the ${kind} has is not known: ${reason}`, { notNull: true }),
    collection,
    condition,
  );
}

/** The items are not known; what the result of one would refer to is what the result may refer to. */
function overUnknown(expression: For, collection: HclValue, scope: Scope, evaluate: Evaluate): HclValue {
  const { unknown } = collection;
  const reason = unknown?.reason ?? "the collection is not known";
  const some = unknownAmong(ANY, [collection], reason);
  const result = attempt(() =>
    evaluate(
      expression.value,
      withItem(expression, { key: unknownAmong(ANY, [], reason), value: some }, scope),
    ),
  );
  return unknownAmong(ANY, result === undefined ? [some] : [result], reason, { notNull: true });
}

function attempt(evaluate: () => HclValue): HclValue | undefined {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof EvaluationError) return undefined;
    throw error;
  }
}

function buildObject(
  expression: ForObject,
  scopes: readonly Scope[],
  evaluate: Evaluate,
  marked: HclValue[],
): HclValue {
  const entries = new Map<string, HclValue>();
  const groups = new Map<string, HclValue[]>();
  const unknownKeys: HclValue[] = [];
  const values: HclValue[] = [];
  for (const scope of scopes) {
    const key = keyOf(evaluate(expression.key, scope));
    const value = evaluate(expression.value, scope);
    marked.push(key);
    values.push(value);
    if (typeof key.data !== "string") unknownKeys.push(key);
    else if (expression.grouped) addTo(groups, key.data, value);
    else if (!entries.has(key.data)) entries.set(key.data, value);
    else {
      throw new EvaluationError(
        `Two different items produced the key ${JSON.stringify(key.data)} in this 'for' expression.`,
      );
    }
  }
  const [open] = unknownKeys;
  if (open !== undefined) {
    return unknownAmong(ANY, values, open.unknown?.reason ?? "a key is not known", {
      notNull: true,
    });
  }
  return object(
    expression.grouped ? [...groups].map(([key, group]) => [key, tuple(group)] as const) : entries,
  );
}

function keyOf(value: HclValue): HclValue {
  if (value.isNull) {
    throw new EvaluationError("Key expression in 'for' expression must not produce a null value.");
  }
  return convert(value, STRING);
}

function addTo(groups: Map<string, HclValue[]>, key: string, value: HclValue): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}
