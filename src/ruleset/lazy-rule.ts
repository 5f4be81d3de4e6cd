import { compileRule } from "./compile-rule.ts";
import type { ParameterValues } from "./parameters.ts";
import type { Rule } from "./rule.ts";
import type { RuleEntry } from "./ruleset.ts";

/**
 * A rule that is read and compiled when more is asked of it than its id and types: so a scan pays for the rules that it
 * uses, however many there are.
 */
export class LazyRule implements Rule {
  readonly id: string;
  readonly types: readonly string[];
  readonly #entry: RuleEntry;
  readonly #params: ParameterValues;
  #compiled: Rule | undefined;

  constructor(entry: RuleEntry, params: ParameterValues) {
    this.id = entry.id;
    this.types = entry.types;
    this.#entry = entry;
    this.#params = params;
  }

  get #rule(): Rule {
    this.#compiled ??= compileRule(this.#entry.rule, this.#params);
    return this.#compiled;
  }

  get title() {
    return this.#rule.title;
  }

  get severity() {
    return this.#rule.severity;
  }

  get controls() {
    return this.#rule.controls;
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
