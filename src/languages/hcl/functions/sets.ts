import { convertArgument } from "../values/convert.ts";
import { EvaluationError } from "../values/evaluation-error.ts";
import { ANY } from "../values/hcl-value.ts";
import type { CollectionType, HclValue, Type } from "../values/hcl-value.ts";
import { MAX_PARTS } from "../values/limits.ts";
import { list, set, tuple, unknown } from "../values/make-value.ts";
import { valueKey } from "../values/sort-set.ts";
import { isCollection, isSequence, listOf, setOf, tupleOf } from "../values/type.ts";
import { unifyTypes } from "../values/unify-types.ts";
import { unknownFrom } from "../values/unknown-from.ts";
import { argument, elementsOf } from "./arguments.ts";
import type { FunctionDefinition } from "./function-definition.ts";

/** Functions over sets. */
export const SET_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  setunion: { compute: setunion },
  setintersection: { compute: setintersection },
  setsubtract: { compute: setsubtract },
  setproduct: { compute: setproduct, marks: "surface", takesUnknown: true },
};

function setunion(args: readonly HclValue[]): HclValue {
  const type = commonType(args);
  return set(
    type.element,
    args.flatMap((arg) => elementsOf(convertArgument(arg, type))),
  );
}

function setintersection(args: readonly HclValue[]): HclValue {
  const type = commonType(args);
  if (!args.every((arg) => arg.isWhollyKnown)) return unknownFrom(type, args, { notNull: true });
  const [first = [], ...others] = args.map((arg) => elementsOf(convertArgument(arg, type)));
  const keys = others.map((elements) => new Set(elements.map(valueKey)));
  return set(
    type.element,
    first.filter((element) => keys.every((held) => held.has(valueKey(element)))),
  );
}

function setsubtract(args: readonly HclValue[]): HclValue {
  const type = commonType(args);
  if (!args.every((arg) => arg.isWhollyKnown)) return unknownFrom(type, args, { notNull: true });
  const [from, without] = [argument(args, 0), argument(args, 1)].map((arg) =>
    elementsOf(convertArgument(arg, type)),
  );
  const keys = new Set(without?.map(valueKey));
  return set(type.element, from?.filter((element) => !keys.has(valueKey(element))) ?? []);
}

function commonType(args: readonly HclValue[]): CollectionType {
  const types: Type[] = [];
  for (const { type, data } of args) {
    const element = isCollection(type) ? type.element : ANY;
    const isEmpty = Array.isArray(data) && data.length === 0;
    if (!isEmpty || element.kind !== "any") types.push(element);
  }
  const unified = types.length === 0 ? ANY : unifyTypes(types);
  if (unified === undefined) throw new EvaluationError("given sets must all have compatible element types");
  return { kind: "set", element: unified };
}

function setproduct(args: readonly HclValue[]): HclValue {
  if (args.length < 2) throw new EvaluationError("at least two arguments are required");
  const types = args.map(productType);
  const isSet = args.some(({ type }) => type.kind === "set" || type.kind === "any");
  const type = tupleOf(types);
  if (args.some(hasUnknownLength)) {
    return unknownFrom(
      args.some((arg) => arg.type.kind === "any") ? ANY : isSet ? setOf(type) : listOf(type),
      args,
      {
        notNull: true,
      },
    );
  }
  const factors = args.map((arg, index) =>
    elementsOf(arg).map((element) => convertArgument(element, types[index] ?? ANY)),
  );
  let count = 1;
  for (const factor of factors) count *= factor.length;
  if (count * (args.length + 1) > MAX_PARTS) {
    return unknown(
      isSet ? setOf(type) : listOf(type),
      `a product of ${String(count)} elements is not computed`,
    );
  }
  const rows = productRows(factors).map(tuple);
  return isSet ? set(type, rows) : list(type, rows);
}

/** Every choice of one element of each factor, the last factor varying first. */
function productRows(factors: readonly (readonly HclValue[])[]): readonly (readonly HclValue[])[] {
  let rows: readonly (readonly HclValue[])[] = [[]];
  if (factors.some((factor) => factor.length === 0)) return [];
  for (const factor of factors) rows = rows.flatMap((row) => factor.map((element) => [...row, element]));
  return rows;
}

/** The type that the elements of one factor get. */
function productType({ type }: HclValue): Type {
  if (type.kind === "any") return ANY;
  if (!isSequence(type)) throw new EvaluationError("a set or a list is required");
  if (isCollection(type)) return type.element;
  if (type.kind !== "tuple" || type.elements.length === 0) return ANY;
  const unified = unifyTypes(type.elements);
  if (unified === undefined) throw new EvaluationError("all elements must be of the same type");
  return unified;
}

function hasUnknownLength(value: HclValue): boolean {
  return (
    !value.isKnown || (value.type.kind === "set" && !value.isWhollyKnown && elementsOf(value).length > 1)
  );
}
