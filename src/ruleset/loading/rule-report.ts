import type { ParsedDocument } from "../../documents/parse-document.ts";
import type { Problem, RuleErrorCode } from "../../model/errors.ts";

export type RuleProblem = Problem<RuleErrorCode>;

/** Collects what is wrong with one file. A place is a JSON Pointer into the file. */
export interface RuleReport {
  /** Something is wrong with the value at the place. */
  value(code: RuleErrorCode, pointer: string, message: string): void;
  /** Something is wrong with the key that leads to the place. */
  key(code: RuleErrorCode, pointer: string, message: string): void;
  /** All problems in the order of the file, each once. */
  problems(): readonly RuleProblem[];
}

export function createRuleReport(document: Pick<ParsedDocument, "locate" | "locateKey">): RuleReport {
  const found = new Map<string, RuleProblem>();
  function add(problem: RuleProblem): void {
    const { line, column } = problem.location ?? {};
    found.set(`${line}:${column}:${problem.message}`, problem);
  }
  return {
    value: (code, pointer, message) => add({ code, message, location: document.locate(pointer) }),
    key: (code, pointer, message) => add({ code, message, location: document.locateKey(pointer) }),
    problems: () => [...found.values()].toSorted(byPlace),
  };
}

function byPlace({ location: left }: RuleProblem, { location: right }: RuleProblem): number {
  return (left?.line ?? 0) - (right?.line ?? 0) || (left?.column ?? 0) - (right?.column ?? 0);
}
