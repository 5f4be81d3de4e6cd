import { parsePointer, valueAt } from "../model/pointer.ts";
import { propertyAt } from "../model/resource.ts";
import type { Evidence } from "../model/verdict.ts";
import { Reference, Sensitive, Unknown, UnknownChoice, describeReference } from "../model/value.ts";
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
  collectReasons(value, reasons, { depth: 0, isHidden: false });
  return [...reasons];
}

const DEEPEST = 20;

interface Place {
  readonly depth: number;
  /** Inside of what must not be shown. */
  readonly isHidden: boolean;
}

function collectReasons(value: Value | undefined, reasons: Set<string>, { depth, isHidden }: Place): void {
  if (value === undefined || value === null || typeof value !== "object" || depth > DEEPEST) return;
  if (value instanceof Unknown) {
    reasons.add(value instanceof UnknownChoice && !isHidden ? withChoices(value) : value.reason);
    return;
  }
  if (value instanceof Reference && value.value === undefined) {
    reasons.add(`${describeReference(value)} is known after apply`);
    return;
  }
  const inner = value instanceof Reference ? [value.value] : Object.values(value);
  const place = { depth: depth + 1, isHidden: isHidden || value instanceof Sensitive };
  for (const part of inner) collectReasons(part as Value | undefined, reasons, place);
}

const MOST_CHOICES = 8;
const LONGEST_CHOICES = 200;

/** Some choices pass and some do not, so a person has to see them. */
function withChoices({ reason, choices }: UnknownChoice): string {
  const shown = choices.slice(0, MOST_CHOICES).map((choice) => JSON.stringify(choice));
  const text = shown.join(choices.length === shown.length ? " or " : ", ");
  if (text.length > LONGEST_CHOICES) return reason;
  return `${reason}; it may be ${text}${choices.length === shown.length ? "" : " or others"}`;
}
