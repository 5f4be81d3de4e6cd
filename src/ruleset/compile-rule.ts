import { FRAMEWORKS } from "../model/framework.ts";
import { compileClause } from "./compile-clause.ts";
import { typeList } from "./clause.ts";
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
    where: where === undefined ? undefined : whenFirstUsed(() => compileClause(where, params)),
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

function whenFirstUsed(compile: () => Evaluate): Evaluate {
  let compiled: Evaluate | undefined;
  return (scope) => {
    compiled ??= compile();
    return compiled(scope);
  };
}
