import { didYouMean } from "../../../model/did-you-mean.ts";
import { access } from "../evaluator/access.ts";
import { indexOf, lookUp } from "../evaluator/frame.ts";
import { ArmError } from "../values/arm-error.ts";
import { Open, Secure, bare, isArray } from "../values/arm-value.ts";
import type { ArmValue } from "../values/arm-value.ts";
import { openCall } from "../values/open-call.ts";
import { argument, lazy, loose } from "./built-in.ts";
import type { BuiltIn, CallSite } from "./built-in.ts";
import { takeInteger, takeText } from "./take-argument.ts";

/** Names that are put together, loops, and accesses that are written as calls. */
export const NAMES: readonly BuiltIn[] = [
  lazy("parameters", [1], (site) =>
    named(
      site,
      (name) => {
        const own = site.frame.parameters;
        return own === undefined ? site.frame.instance.parameter(name) : own.get(name.toLowerCase());
      },
      "parameter",
    ),
  ),
  lazy("variables", [1], (site) => named(site, (name) => site.frame.instance.variable(name), "variable")),
  lazy("lambdaVariables", [1], (site) => {
    const name = takeText(argument(site, 0), "lambdaVariables");
    const value = lookUp(site.frame, name);
    if (value === undefined) throw new ArmError(`there is no parameter ${name} of a lambda here`);
    return value;
  }),
  lazy("copyIndex", [0, 2], copyIndex),
  lazy("tryGet", [2, "many"], (site) => {
    const [first = null, ...path] = site.call.arguments.map((_, index) => argument(site, index));
    const [key = null, ...more] = path;
    const found = access(first, keyOf(key), { safe: true, fromEnd: isFromEnd(key) });
    if (bare(found) === null) return null;
    let value = found;
    for (const next of more) value = access(value, keyOf(next), { safe: false, fromEnd: isFromEnd(next) });
    return value;
  }),
  loose("indexFromEnd", [2], ([items = null, index = null]) =>
    access(items, index, { safe: false, fromEnd: true }),
  ),
  loose("tryIndexFromEnd", [2], ([items = null, index = null]) =>
    access(items, index, { safe: true, fromEnd: true }),
  ),
  lazy("fail", [1], (site) => {
    const message = argument(site, 0);
    throw new ArmError(
      typeof message === "string"
        ? `the template fails here: ${message.slice(0, 200)}`
        : "the template fails here",
    );
  }),
  // `any(x)` of Bicep says nothing but that x is of any type
  lazy("any", [1], (site) => argument(site, 0)),
  loose("externalInput", [1, 2], () => undefined),
  loose("readEnvironmentVariable", [1, 2], () => undefined),
  loose("readCliArg", [1, 2], () => undefined),
  loose("readEnvVar", [1, 2], () => undefined),
];

function named(
  site: CallSite,
  find: (name: string) => ArmValue | undefined,
  kind: "parameter" | "variable",
): ArmValue {
  const name = argument(site, 0);
  if (bare(name) instanceof Open) return openCall(site.name, [name]);
  const text = takeText(name, site.name);
  const value = find(text);
  if (value !== undefined) return value;
  if (name instanceof Secure) throw new ArmError(`there is no such ${kind}`);
  throw new ArmError(`there is no ${kind} ${text}${didYouMean(text, site.frame.instance.names(kind))}`);
}

/** `copyIndex()`, `copyIndex(offset)`, `copyIndex('name')`, `copyIndex('name', offset)` */
function copyIndex(site: CallSite): ArmValue {
  const values = site.call.arguments.map((_, index) => bare(argument(site, index)));
  const name = values.find((value) => typeof value === "string");
  const offset = values.find((value) => typeof value !== "string") ?? 0;
  const index = indexOf(site.frame, name);
  if (index === undefined) {
    throw new ArmError(name === undefined ? "there is no loop here" : `there is no loop ${name} here`);
  }
  if (offset === 0) return index;
  if (index instanceof Open || offset instanceof Open) return openCall("add", [index, offset]);
  return takeInteger(index, "copyIndex") + takeInteger(offset, "copyIndex");
}

/** A key, or `{value: 1, fromEnd: true}` for one. */
function keyOf(key: ArmValue): ArmValue {
  const inner = bare(key);
  if (typeof inner !== "object" || inner === null || isArray(inner) || inner instanceof Open) return key;
  return inner.get("value") ?? null;
}

function isFromEnd(key: ArmValue): boolean {
  const inner = bare(key);
  if (typeof inner !== "object" || inner === null || isArray(inner) || inner instanceof Open) return false;
  return inner.get("fromEnd") === true;
}
