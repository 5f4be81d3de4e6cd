import { FRAMEWORKS } from "../model/framework.ts";
import { compileClause } from "./compile-clause.ts";
import { typeList } from "./clause.ts";
import type { Clause } from "./clause.ts";
import type { ParameterValues } from "./parameters.ts";
import type { RuleDocument } from "./rule-document.ts";
import type { ControlReference, Evaluate, Rule } from "./rule.ts";

/**
 * Makes a checked rule ready to run. `params` holds a value for every parameter that the rule names. Clauses are compiled
 * when they are first evaluated: most rules of a scan meet no resource of their type.
 */
export function compileRule(document: RuleDocument, params: ParameterValues): Rule {
  const { select, assert, remediation } = document;
  const { where } = select;
  return {
    id: document.id,
    title: document.title,
    severity: document.severity,
    controls: controlReferences(document.controls),
    description: document.description,
    params: document.params ?? [],
    types: typeList(select.type),
    scope: select.scope ?? "resource",
    where: where === undefined ? undefined : compileShared(where, params),
    assert: whenFirstUsed(() => compileClause(assert, params)),
    message: document.message,
    unknownMessage: document.unknownMessage,
    remediation,
    references: document.references ?? [],
  };
}

export function controlReferences(controls: RuleDocument["controls"]): readonly ControlReference[] {
  return FRAMEWORKS.flatMap((framework) => (controls[framework] ?? []).map((id) => ({ framework, id })));
}

const SHARED = new WeakMap<ParameterValues, Map<string, Evaluate>>();

/** One closure for all rules that select alike, so that whoever asks several of them needs to ask once. */
function compileShared(where: Clause, params: ParameterValues): Evaluate {
  const shared = SHARED.get(params) ?? new Map<string, Evaluate>();
  SHARED.set(params, shared);
  const text = JSON.stringify(where);
  const compiled = shared.get(text) ?? whenFirstUsed(() => compileClause(where, params));
  shared.set(text, compiled);
  return compiled;
}

function whenFirstUsed(compile: () => Evaluate): Evaluate {
  let compiled: Evaluate | undefined;
  return (scope) => {
    compiled ??= compile();
    return compiled(scope);
  };
}
