import { didYouMean } from "../../model/did-you-mean.ts";
import type { ParametersDocument } from "../parameters-document.ts";
import type { RuleReport } from "./rule-report.ts";

/** Notes the uses of parameters while the clauses of a rule are checked, then holds them against `params`. */
export interface ParameterUses {
  readonly note: (name: string, pointer: string) => void;
  readonly check: (params: unknown) => void;
}

export function trackParameters(declared: ParametersDocument, report: RuleReport): ParameterUses {
  const used = new Set<string>();
  const reported = new Set<string>();

  function checkDeclared(name: string, pointer: string): boolean {
    if (Object.hasOwn(declared, name)) return true;
    reported.add(name);
    const suggestion = didYouMean(name, Object.keys(declared));
    report.value("rule-unknown-parameter", pointer, `there is no parameter "${name}"${suggestion}`);
    return false;
  }

  const uses = new Map<string, string>();
  return {
    note: (name, pointer) => {
      used.add(name);
      if (checkDeclared(name, pointer) && !uses.has(name)) uses.set(name, pointer);
    },
    check: (params) => {
      const listed: readonly unknown[] = Array.isArray(params) ? params : [];
      for (const [index, name] of listed.entries()) {
        if (typeof name !== "string" || !checkDeclared(name, `/params/${index}`) || used.has(name)) continue;
        report.value(
          "rule-invalid",
          `/params/${index}`,
          `the rule lists the parameter "${name}" and does not use it`,
        );
      }
      for (const [name, pointer] of uses) {
        if (listed.includes(name)) continue;
        report.value(
          "rule-unknown-parameter",
          pointer,
          `the rule uses the parameter "${name}" and does not list it under params`,
        );
      }
    },
  };
}
