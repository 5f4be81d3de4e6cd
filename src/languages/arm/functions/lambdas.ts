import type { Expression, Lambda } from "../expression.ts";
import { bind } from "../evaluator/frame.ts";
import { partsOf } from "../evaluator/secure-parts.ts";
import { ArmError } from "../values/arm-error.ts";
import { ArmObject, Open, Secure, bare, holdsSecure, isArray } from "../values/arm-value.ts";
import type { ArmMember, ArmValue } from "../values/arm-value.ts";
import { openFrom } from "../values/open-call.ts";
import { clip, print } from "../values/print.ts";
import { argument, lazy } from "./built-in.ts";
import type { BuiltIn, CallSite } from "./built-in.ts";
import { kindOf, takeArray, takeText } from "./take-argument.ts";
import { printLambda } from "./print-lambda.ts";

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-lambda */
export const LAMBDAS: readonly BuiltIn[] = [
  overArray("map", [2], (site, items) => items.map((item, index) => apply(site, 1, [item, index]))),
  overArray("filter", [2], (site, items) => {
    const kept: ArmValue[] = [];
    for (const [index, item] of items.entries()) {
      const decided = bare(apply(site, 1, [item, index]));
      if (decided instanceof Open) return undefined;
      if (decided === true) kept.push(item);
      else if (decided !== false) throw new ArmError("the lambda of filter gives no bool");
    }
    return kept;
  }),
  lazy("reduce", [3], reduce),
  overArray("sort", [2], sort),
  overArray("toObject", [2, 3], (site, items) => {
    const members = new Map<string, ArmMember>();
    let isSecret = false;
    for (const item of items) {
      const key = apply(site, 1, [item]);
      if (bare(key) instanceof Open) return undefined;
      isSecret ||= key instanceof Secure;
      const name = takeText(key, "toObject");
      members.set(name, { key: name, value: site.call.arguments.length > 2 ? apply(site, 2, [item]) : item });
    }
    const object = new ArmObject(members);
    return isSecret ? new Secure(object) : object;
  }),
  overArray("groupBy", [2, 3], (site, items) => {
    const groups = new Map<string, ArmValue[]>();
    let isSecret = false;
    for (const [index, item] of items.entries()) {
      const key = apply(site, 1, [item, index]);
      if (bare(key) instanceof Open) return undefined;
      isSecret ||= key instanceof Secure;
      const name = takeText(key, "groupBy");
      const group = groups.get(name) ?? [];
      group.push(site.call.arguments.length > 2 ? apply(site, 2, [item, index]) : item);
      groups.set(name, group);
    }
    const object = ArmObject.of(groups);
    return isSecret ? new Secure(object) : object;
  }),
  lazy("mapValues", [2], (site) => {
    const value = argument(site, 0);
    const object = bare(value);
    if (object instanceof Open) return openLambda(site, value);
    if (!(object instanceof ArmObject)) {
      throw new ArmError(`mapValues takes an object, and gets ${kindOf(object)}`);
    }
    const members = new Map<string, ArmMember>();
    for (const [key, member] of object.members) {
      const [held = null] = partsOf(value, [member.value]);
      members.set(key, { ...member, value: apply(site, 1, [held]) });
    }
    return wrap([value], new ArmObject(members, object.rest));
  }),
];

/** A function of an array and lambdas; what it cannot decide is not known as a whole. */
function overArray(
  name: string,
  count: readonly [number, number?],
  evaluate: (site: CallSite, items: readonly ArmValue[]) => ArmValue | undefined,
): BuiltIn {
  return lazy(name, count, (site) => {
    const value = argument(site, 0);
    const items = bare(value);
    if (items instanceof Open) return openLambda(site, value);
    const found = evaluate(site, partsOf(value, takeArray(items, name)));
    return found === undefined ? openLambda(site, value) : wrap([value], found);
  });
}

function wrap(values: readonly ArmValue[], found: ArmValue): ArmValue {
  return values.some((value) => value instanceof Secure) ? new Secure(found) : found;
}

function reduce(site: CallSite): ArmValue {
  const value = argument(site, 0);
  const items = bare(value);
  if (items instanceof Open) return openLambda(site, value);
  let result = argument(site, 1);
  for (const [index, item] of partsOf(value, takeArray(items, "reduce")).entries()) {
    result = apply(site, 2, [result, item, index]);
  }
  return wrap([value], result);
}

/** The lambda tells whether its first argument comes before its second. Equal items keep their order. */
function sort(site: CallSite, items: readonly ArmValue[]): ArmValue | undefined {
  if (items.length < 2) return items;
  const middle = Math.floor(items.length / 2);
  const left = sort(site, items.slice(0, middle));
  const right = sort(site, items.slice(middle));
  if (left === undefined || right === undefined || !isArray(left) || !isArray(right)) return undefined;
  const merged: ArmValue[] = [];
  let [one, other] = [0, 0];
  while (one < left.length && other < right.length) {
    const isBefore = bare(apply(site, 1, [right[other] ?? null, left[one] ?? null]));
    if (typeof isBefore !== "boolean") return undefined;
    merged.push((isBefore ? right[other++] : left[one++]) ?? null);
  }
  return [...merged, ...left.slice(one), ...right.slice(other)];
}

/** The lambda at an argument with values for its parameters; it may take fewer of them. */
function apply(site: CallSite, index: number, values: readonly ArmValue[]): ArmValue {
  const { exceeded } = site.evaluation.meter;
  // the other items would each find out the same
  if (exceeded !== undefined) throw new ArmError(exceeded);
  const { parameters, body } = lambdaAt(site, index);
  let { frame } = site;
  for (const [position, name] of parameters.entries()) {
    const value = values[position];
    if (value !== undefined) frame = bind(frame, name, value);
  }
  return site.evaluation.value(body, frame);
}

function lambdaAt(site: CallSite, index: number): Lambda {
  const written: Expression | undefined = site.call.arguments[index];
  if (written?.kind === "lambda") return written;
  throw new ArmError(`${site.name} takes a lambda as its argument ${String(index + 1)}`);
}

function openLambda(site: CallSite, value: ArmValue): ArmValue {
  const others = site.call.arguments
    .slice(1)
    .map((written) =>
      written.kind === "lambda"
        ? printLambda(site, written)
        : print(site.evaluation.value(written, site.frame)),
    );
  const open = openFrom([value], clip(`${site.name}(${[print(value), ...others].join(", ")})`));
  return holdsSecure(value) ? new Secure(open) : open;
}
