import { Sensitive, Unknown, emptyMap, isValueList, isValueMap, plain, put } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";

/**
 * The arguments of a pipeline step with what is settled only when the pipeline runs as unknown: `{"Get": …}` and the
 * `Std:` functions. A default value of a parameter settles nothing, for whoever starts the pipeline may give another.
 * What is null is not there.
 */
export function settleArguments(value: Value, depth = 0): Value {
  if (depth > DEEPEST) return new Unknown("nested too deeply");
  if (value instanceof Sensitive) return new Sensitive(settleArguments(value.value, depth));
  if (isValueList(value)) return value.map((item) => settleArguments(item, depth + 1));
  if (!isValueMap(value)) return value;
  const called = callOf(value);
  if (called !== undefined) return settleCall(called.name, called.argument, depth);
  const settled = emptyMap();
  for (const [key, part] of Object.entries(value)) {
    if (part !== null) put(settled, key, settleArguments(part, depth + 1));
  }
  return settled;
}

const DEEPEST = 200;

/** The step that `{"Get": "Steps.NAME.…"}` reads, with what it reads of it. */
export function stepRead(
  value: Value | undefined,
): { readonly step: string; readonly property: string } | undefined {
  const known = plain(value);
  const called = isValueMap(known) ? callOf(known) : undefined;
  const path = called?.name === "Get" ? plain(called.argument) : undefined;
  const [, step, property] = typeof path === "string" ? (/^Steps\.([^.]+)\.(.+)$/.exec(path) ?? []) : [];
  return step === undefined || property === undefined ? undefined : { step, property };
}

function callOf(map: ValueMap): { readonly name: string; readonly argument: Value } | undefined {
  const [entry, ...others] = Object.entries(map);
  if (entry === undefined || others.length > 0) return undefined;
  const [name, argument] = entry;
  return name === "Get" || name.startsWith("Std:") ? { name, argument } : undefined;
}

function settleCall(name: string, argument: Value, depth: number): Value {
  if (name === "Std:Join") return settleJoin(argument, depth);
  const path = plain(argument);
  if (name !== "Get" || typeof path !== "string") {
    return new Unknown(`${name} is computed when the pipeline runs`);
  }
  const isParameter = path.startsWith("Parameters.");
  return new Unknown(`${path} is ${isParameter ? "chosen" : "known only"} when the pipeline runs`);
}

function settleJoin(argument: Value, depth: number): Value {
  const known = plain(settleArguments(argument, depth + 1));
  const values = isValueMap(known) ? plain(known["Values"]) : undefined;
  const on = isValueMap(known) ? plain(known["On"]) : undefined;
  if (!isValueList(values)) return new Unknown("Std:Join is computed when the pipeline runs");
  const parts = values.map((part) => plain(part));
  const open = [on, ...parts].find((part) => part instanceof Unknown);
  if (open instanceof Unknown) return new Unknown(open.reason);
  const texts = parts.map((part) => (typeof part === "object" ? JSON.stringify(part) : String(part)));
  return texts.join(typeof on === "string" ? on : "");
}
