import { compileRule, controlReferences } from "./compile-rule.ts";
import type { ParameterValues } from "./parameters.ts";
import type { ControlReference, Rule } from "./rule.ts";
import type { RuleEntry } from "./ruleset.ts";

/**
 * A rule that is read and compiled when more is asked of it than what stands in its entry: so a scan pays for the rules that it
 * uses, however many there are.
 */
export class LazyRule implements Rule {
  readonly id: string;
  readonly types: readonly string[];
  readonly title: string;
  readonly severity: Rule["severity"];
  readonly controls: readonly ControlReference[];
  readonly #entry: RuleEntry;
  readonly #params: ParameterValues;
  #compiled: Rule | undefined;

  constructor(entry: RuleEntry, params: ParameterValues) {
    this.id = entry.id;
    this.types = entry.types;
    this.title = entry.title;
    this.severity = entry.severity;
    this.controls = controlReferences(entry.controls);
    this.#entry = entry;
    this.#params = params;
  }

  get #rule(): Rule {
    this.#compiled ??= compileRule(this.#entry.rule, this.#params);
    return this.#compiled;
  }

  get description() {
    return this.#rule.description;
  }

  get params() {
    return this.#rule.params;
  }

  get scope() {
    return this.#rule.scope;
  }

  get where() {
    return this.#rule.where;
  }

  get assert() {
    return this.#rule.assert;
  }

  get message() {
    return this.#rule.message;
  }

  get unknownMessage() {
    return this.#rule.unknownMessage;
  }

  get remediation() {
    return this.#rule.remediation;
  }

  get references() {
    return this.#rule.references;
  }
}
