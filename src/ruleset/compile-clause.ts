import { joinPointer } from "../model/pointer.ts";
import {
  NotJson,
  Sensitive,
  Unknown,
  UnknownBase64,
  UnknownChoice,
  UnknownPlace,
  UnknownText,
  isSensitive,
  isValueList,
  plain,
  isOfResources,
} from "../model/value.ts";
import type { Value } from "../model/value.ts";
import type { Truth } from "../model/truth.ts";
import type { Clause, Quantified } from "./clause.ts";
import type { ParameterValues } from "./parameters.ts";
import { compileCompare } from "./compile-compare.ts";
import { compileExists, compileRelatedFrom, compileRelatedThrough } from "./compile-related.ts";
import { bindSchema } from "./bind-schema.ts";
import { compileSchema, describeSchema } from "./compile-schema.ts";
import { FALSE, TRUE, bareFinding, joinFindings, negateFinding } from "./finding.ts";
import { compileRead, evidenceAt, reasonsOf } from "./read-scope.ts";
import type { Evaluate, Finding, Scope } from "./rule.ts";

/** Turns a clause into a closure; everything that does not depend on the resource is done here, once. */
export function compileClause(clause: Clause, params: ParameterValues): Evaluate {
  const compile = (inner: Clause): Evaluate => compileClause(inner, params);
  if ("all" in clause) return compileJunction(clause.all.map(compile), false);
  if ("any" in clause) return compileJunction(clause.any.map(compile), true);
  if ("not" in clause) return compileNot(compile(clause.not));
  if ("schema" in clause) return compileLeaf(clause.at, bindSchema(clause.schema, params));
  if ("absent" in clause) return compileAbsent(clause.at, clause.absent);
  if ("each" in clause) return compileQuantified(clause.each, false, compile);
  if ("some" in clause) return compileQuantified(clause.some, true, compile);
  if ("exists" in clause) return compileExists(clause.exists, compile);
  if ("compare" in clause) return compileCompare(clause.compare);
  return "through" in clause.related
    ? compileRelatedThrough(clause.related, compile)
    : compileRelatedFrom(clause.related, compile);
}

function compileJunction(parts: readonly Evaluate[], decisive: boolean): Evaluate {
  return (scope) =>
    scope.lean === true ? bareFinding(joinTruths(parts, scope, decisive)) : joinParts(parts, scope, decisive);
}

function joinParts(parts: readonly Evaluate[], scope: Scope, decisive: boolean): Finding {
  return joinFindings(
    parts.map((part) => part(scope)),
    decisive,
  );
}

/** The truth of parts of which one decides, without looking at those behind it. */
function joinTruths(parts: readonly Evaluate[], scope: Scope, decisive: boolean): Truth {
  let truth: Truth = !decisive;
  for (let at = 0; at < parts.length; at += 1) {
    const own = parts[at]?.(scope).truth;
    if (own === decisive) return decisive;
    if (own === "unknown") truth = "unknown";
  }
  return truth;
}

function compileNot(inner: Evaluate): Evaluate {
  return (scope) => negateFinding(inner(scope));
}

function compileLeaf(at: string, schema: unknown): Evaluate {
  const read = compileRead(at);
  const matches = forSameValues(compileSchema(schema));
  let expected: string | undefined;
  return (scope) => {
    const value = read(scope);
    const matched = value === undefined ? false : matches(value);
    // whatever a schema admits, a property that may not be set at all may not match it
    const truth = matched === true && mayBeAbsent(value) ? "unknown" : matched;
    if (scope.lean === true) return bareFinding(truth);
    // most findings are passes, of which only the truth is asked
    expected ??= describeSchema(schema);
    return {
      truth,
      evidence: evidenceAt(scope, at, value, expected),
      reasons: truth === "unknown" ? reasonsOf(value) : NO_REASONS,
    };
  };
}

/** Of many resources a fact is the same empty list, one after the other. */
function forSameValues(matches: (value: Value) => Truth): (value: Value) => Truth {
  let last: Value | undefined;
  let truth: Truth = false;
  return (value) => {
    if (value !== last) truth = matches(value);
    last = value;
    return truth;
  };
}

function compileAbsent(at: string, absent: boolean): Evaluate {
  const read = compileRead(at);
  const expected = absent ? "not set" : "set";
  return (scope) => {
    const value = read(scope);
    const truth = value === undefined ? absent : mayBeAbsent(value) ? "unknown" : !absent;
    if (scope.lean === true) return bareFinding(truth);
    return {
      truth,
      evidence: evidenceAt(scope, at, value, expected),
      reasons: truth === "unknown" ? reasonsOf(value) : NO_REASONS,
    };
  };
}

const NO_REASONS: readonly string[] = [];

/** An unknown that is taken from a resource is set; of another one not even that is known. */
function mayBeAbsent(value: Value | undefined): boolean {
  // most values are known
  if (!(value instanceof NotJson)) return false;
  const known = plain(value);
  // a deployment has an account and a region, whichever they are, and a choice is made
  if (known instanceof UnknownPlace || known instanceof UnknownChoice) return false;
  // a text with a piece that is written is set, whatever its other pieces are
  const text = known instanceof UnknownBase64 ? known.text : known;
  if (text instanceof UnknownText && text.pieces.some(isWritten)) return false;
  return known instanceof Unknown && !isOfResources(value);
}

function isWritten(piece: Value): boolean {
  return typeof piece === "string" && piece !== "";
}

function compileQuantified(
  quantified: Quantified,
  decisive: boolean,
  compile: (clause: Clause) => Evaluate,
): Evaluate {
  const read = compileRead(quantified.at);
  const where = quantified.where === undefined ? undefined : compile(quantified.where);
  const assert = compile(quantified.assert);
  const pointerOf = itemPointers(quantified.at);
  const judgeItem: JudgeItem = ({ graph, resource, base, lean }, item, index) =>
    ofItem({ graph, resource, base: pointerOf(base, index), value: item, lean }, where, assert, decisive);
  return (scope) => {
    const value = read(scope);
    if (value === undefined) return withEvidence(decisive ? FALSE : TRUE, scope, quantified.at, value);
    const list = plain(value);
    if (list instanceof Unknown) {
      return {
        truth: "unknown",
        evidence: evidenceAt(scope, quantified.at, value, "known"),
        reasons: reasonsOf(value),
      };
    }
    if (!isValueList(list)) return withEvidence(FALSE, scope, quantified.at, value);
    if (list.length === 0) return withEvidence(decisive ? FALSE : TRUE, scope, quantified.at, value);
    // an item of a sensitive list is as sensitive as the list
    const items = isSensitive(value) ? list.map((item) => new Sensitive(item)) : list;
    if (scope.lean === true) return bareFinding(joinItems(items, scope, judgeItem, decisive));
    const joined = joinFindings(
      items.map((item, index) => judgeItem(scope, item, index)),
      decisive,
    );
    return joined.evidence.length > 0 ? joined : withEvidence(joined, scope, quantified.at, value);
  };
}

type JudgeItem = (scope: Scope, item: Value, index: number) => Finding;

/** The truth of items of which one decides, without looking at those behind it. */
function joinItems(list: readonly Value[], scope: Scope, judgeItem: JudgeItem, decisive: boolean): Truth {
  let truth: Truth = !decisive;
  for (let index = 0; index < list.length; index += 1) {
    const own = judgeItem(scope, list[index] as Value, index).truth;
    if (own === decisive) return decisive;
    if (own === "unknown") truth = own;
  }
  return truth;
}

/** Beyond these a pointer is made each time. */
const MOST_REMEMBERED = 100;

/** The pointers of the items of a list; those of a property of the resource are the same for all resources. */
function itemPointers(at: string): (base: string, index: number) => string {
  const known: string[] = [];
  return (base, index) => {
    if (base !== "" || index >= MOST_REMEMBERED) return joinPointer(base + at, index);
    const pointer = known[index] ?? joinPointer(at, index);
    known[index] = pointer;
    return pointer;
  };
}

/** An item that `where` leaves out counts for nothing: true for each, false for some. */
function ofItem(scope: Scope, where: Evaluate | undefined, assert: Evaluate, decisive: boolean): Finding {
  if (where === undefined) return assert(scope);
  const applies = where(scope);
  if (applies.truth === false) return decisive ? FALSE : TRUE;
  if (applies.truth === true) return assert(scope);
  const asserted = assert(scope);
  if (asserted.truth === !decisive) return asserted;
  return {
    truth: "unknown",
    evidence: [...applies.evidence, ...asserted.evidence],
    reasons: [...applies.reasons, ...asserted.reasons],
  };
}

function withEvidence(finding: Finding, scope: Scope, at: string, value: Value | undefined): Finding {
  if (scope.lean === true) return finding;
  return { ...finding, evidence: evidenceAt(scope, at, value, "a list") };
}
