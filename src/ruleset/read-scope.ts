import { parsePointer, valueAt } from "../model/pointer.ts";
import { propertyAt } from "../model/resource.ts";
import type { Evidence } from "../model/verdict.ts";
import { Reference, Unknown, describeReference } from "../model/value.ts";
import type { Value } from "../model/value.ts";
import type { Scope } from "./rule.ts";

/** Reads a pointer from the scope: from the resource, with its knowledge of what is not mapped, or from the item. */
export function compileRead(at: string): (scope: Scope) => Value | undefined {
  const tokens = parsePointer(at);
  return (scope) => {
    if (scope.resource === undefined) return undefined;
    if (scope.base === "") return propertyAt(scope.resource, at, tokens);
    const value = tokens.length === 0 ? scope.value : valueAt(scope.value, tokens);
    if (value !== undefined || isFact(scope)) return value;
    return scope.resource.missing?.(scope.base + at);
  };
}

/** What a fact of a declared resource leaves out is not there: no input feeds facts, so none can fail to. */
function isFact({ resource, base }: Scope): boolean {
  return resource?.declared === "here" && base.startsWith("/Facts/");
}

const NO_EVIDENCE: readonly Evidence[] = [];

export function evidenceAt(
  scope: Scope,
  at: string,
  value: Value | undefined,
  expected: string,
): readonly Evidence[] {
  const { resource, base } = scope;
  if (resource === undefined || scope.lean === true) return NO_EVIDENCE;
  const evidence = { resource, pointer: base + at, value, expected };
  // a fact has no place in the input that a person could look at, so its evidence brings the whole item
  return base.startsWith("/Facts/") && at !== "" && scope.value !== undefined
    ? [{ ...evidence, item: scope.value }]
    : [evidence];
}

/** Why a value is not known: its own reason, or those of its unknown parts. */
export function reasonsOf(value: Value | undefined): readonly string[] {
  const reasons = new Set<string>();
  collectReasons(value, reasons, 0);
  return [...reasons];
}

const DEEPEST = 20;

function collectReasons(value: Value | undefined, reasons: Set<string>, depth: number): void {
  if (value === undefined || value === null || typeof value !== "object" || depth > DEEPEST) return;
  if (value instanceof Unknown) {
    reasons.add(value.reason);
    return;
  }
  if (value instanceof Reference && value.value === undefined) {
    reasons.add(`${describeReference(value)} is known after apply`);
    return;
  }
  const inner = value instanceof Reference ? [value.value] : Object.values(value);
  for (const part of inner) collectReasons(part as Value | undefined, reasons, depth + 1);
}
