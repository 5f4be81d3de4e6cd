import { findReferrers } from "../model/find-referrers.ts";
import type { Resource } from "../model/resource.ts";
import { SOMETHING_ELSE, Unknown, isValueList, plain, referencesOf } from "../model/value.ts";
import type { Reference, Value } from "../model/value.ts";
import { typeList } from "./clause.ts";
import type { Clause, RelatedFrom, RelatedThrough } from "./clause.ts";
import { compileRead, evidenceAt, reasonsOf } from "./read-scope.ts";
import { FALSE, TRUE, joinFindings, unknownBecause } from "./finding.ts";
import type { Evaluate, Finding, Scope } from "./rule.ts";

type Compile = (clause: Clause) => Evaluate;

/** The resource that a property names. Several candidates must agree, for any of them may be the one. */
export function compileRelatedThrough(related: RelatedThrough, compile: Compile): Evaluate {
  const read = compileRead(related.through);
  const assert = related.assert === undefined ? undefined : compile(related.assert);
  const types = related.type === undefined ? undefined : new Set(typeList(related.type));
  const expected = `a reference to ${types === undefined ? "a resource" : [...types].join(" or ")}`;
  return (scope) => {
    const value = read(scope);
    const own = evidenceAt(scope, related.through, value, expected);
    if (value === undefined || namesNothing(value)) return { truth: false, evidence: own, reasons: [] };
    const references = referencesOf(value);
    if (references.length === 0) {
      const known = plain(value);
      const reasons =
        known instanceof Unknown ? reasonsOf(value) : ["what it names is not declared in this input"];
      return { truth: "unknown", evidence: own, reasons };
    }
    const ends = references.map((reference) => {
      const target = scope.graph.get(reference.target);
      if (target === undefined) return unknownBecause(describeMissing(reference, value));
      if (types !== undefined && !types.has(target.type)) return FALSE;
      return assert === undefined ? TRUE : assert(scopeOf(target, scope));
    });
    const joined = agree(ends);
    return { ...joined, evidence: [...own, ...joined.evidence] };
  };
}

function namesNothing(value: Value): boolean {
  const known = plain(value);
  return isValueList(known) && known.length === 0;
}

/** Every candidate says the same, or the answer is unknown. */
function agree(ends: readonly Finding[]): Finding {
  const first = ends[0] ?? FALSE;
  if (ends.every((end) => end.truth === first.truth)) {
    return {
      ...first,
      evidence: ends.flatMap((end) => end.evidence),
      reasons: ends.flatMap((end) => end.reasons),
    };
  }
  const reasons = ends.flatMap((end) => end.reasons);
  return {
    truth: "unknown",
    evidence: ends.flatMap((end) => end.evidence),
    reasons: reasons.length > 0 ? reasons : ["several resources may be meant, and they differ"],
  };
}

/** A resource of a type that names this one. In an open graph, not finding one decides nothing. */
export function compileRelatedFrom(related: RelatedFrom, compile: Compile): Evaluate {
  const assert = related.assert === undefined ? undefined : compile(related.assert);
  const types = typeList(related.from.type);
  return (scope) => {
    const { resource } = scope;
    if (resource === undefined) return FALSE;
    const findings: Finding[] = [];
    for (const type of types) {
      const { certain, possible } = findReferrers(scope.graph, type, related.from.at, resource);
      for (const other of certain) {
        const found = assert === undefined ? named(other, related.from.at) : assert(scopeOf(other, scope));
        // one decides, and nobody asks which
        if (scope.lean === true && found.truth === true) return TRUE;
        findings.push(found);
      }
      for (const other of possible) {
        const asserted = assert === undefined ? TRUE : assert(scopeOf(other, scope));
        if (asserted.truth === false) continue;
        findings.push(unknownBecause(`${other.address} may refer to ${resource.address}`));
      }
      if (!scope.graph.isClosed(type)) findings.push(maybeElsewhere(type));
    }
    return joinFindings(findings, true);
  };
}

function maybeElsewhere(type: string): Finding {
  return unknownBecause(`no ${type} in this input settles it, and one may exist elsewhere`);
}

function maybeThere(other: Resource): Finding {
  return unknownBecause(`${other.address} may not be there: ${other.uncertain?.reason ?? ""}`);
}

function named(other: Resource, at: string): Finding {
  return {
    truth: true,
    evidence: [{ resource: other, pointer: at, value: undefined, expected: "names this resource" }],
    reasons: [],
  };
}

/** A resource of the type anywhere in the graph. In an open graph, not finding one decides nothing. */
export function compileExists(
  exists: { readonly type: string | readonly string[]; readonly where?: Clause },
  compile: Compile,
): Evaluate {
  const where = exists.where === undefined ? undefined : compile(exists.where);
  const types = typeList(exists.type);
  return (scope) => {
    const findings: Finding[] = [];
    for (const type of types) {
      for (const other of scope.graph.ofType(type)) {
        if (other.declared === "elsewhere") continue;
        const found = where === undefined ? named(other, "") : where(scopeOf(other, scope));
        // one decides, and nobody asks which
        if (scope.lean === true && found.truth === true && other.uncertain === undefined) return TRUE;
        findings.push(found.truth === true && other.uncertain !== undefined ? maybeThere(other) : found);
      }
      if (!scope.graph.isClosed(type)) findings.push(maybeElsewhere(type));
    }
    return joinFindings(findings, true);
  };
}

function scopeOf(resource: Resource, scope: Scope): Scope {
  return { graph: scope.graph, resource, base: "", value: resource.properties, lean: scope.lean };
}

function describeMissing({ target }: Reference, value: Value): string {
  const known = plain(value);
  return target === SOMETHING_ELSE.target && known instanceof Unknown
    ? known.reason
    : `${target} is not declared in this input`;
}
