import { joinPointer } from "../../model/pointer.ts";
import { holdsSensitive, propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { Truth } from "../../model/truth.ts";
import { Sensitive, Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Place } from "../written-at.ts";
import { normalizePolicy } from "./normalize-policy.ts";
import { coversAction, hasEffect } from "./policy-truth.ts";

/** A statement in the form of normalizePolicy, or what is not known in its place, and where it was written. */
export interface PlacedStatement {
  readonly item: Value;
  readonly place: Place;
}

/** The statements of the document at a pointer; of one that is not known as a whole an item that is not known. */
export function placedStatements(resource: Resource, pointer: string): readonly PlacedStatement[] {
  const document = propertyAt(resource, pointer);
  if (document === undefined) return [];
  const statements = plain(normalizePolicy(document));
  if (statements instanceof Unknown) return [{ item: statements, place: { resource, pointer } }];
  if (!isValueList(statements)) return [];
  const hidden = holdsSensitive(document);
  return statements.map((item, index) => ({
    item: hidden ? new Sensitive(item) : item,
    place: { resource, pointer: `${pointer}/Statement/${String(index)}` },
  }));
}

export function itemsOf(statements: readonly PlacedStatement[]): readonly Value[] {
  return statements.map(({ item }) => item);
}

/** Where that was written which settles a test: the first statement that satisfies it, else the first that may. */
export function placeOfFirst(
  statements: readonly PlacedStatement[],
  test: (statement: ValueMap) => Truth,
): Place | undefined {
  let possible: Place | undefined;
  for (const { item, place } of statements) {
    const statement = plain(item);
    const truth = isValueMap(statement) ? test(statement) : "unknown";
    if (truth === true) return place;
    if (truth === "unknown") possible ??= place;
  }
  return possible;
}

/** Where a statement names one of the actions to deny it, if only to some, or for some things. */
export function placeOfDenial(
  statements: readonly PlacedStatement[],
  actions: readonly string[],
): Place | undefined {
  return placeOfFirst(statements, (statement) => {
    if (hasEffect(statement, "Deny") !== true || statement["NotActions"] !== undefined) return false;
    return actions.some((action) => coversAction(statement, action) === true);
  });
}

/** The same place, further in. */
export function below({ resource, pointer }: Place, token: string): Place {
  return { resource, pointer: joinPointer(pointer, token) };
}
