import { didYouMean } from "../../model/did-you-mean.ts";
import { Unknown, emptyMap, put } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { joinAlternatives } from "./alternatives.ts";
import { casesOf } from "./cases-of.ts";
import type { Case } from "./cases-of.ts";
import type { Decision, Evaluation, Host, Report } from "./evaluation.ts";
import { FUNCTIONS, FUNCTION_NAMES } from "./functions/index.ts";
import { MAX_CASES, MAX_DEPTH } from "./limits.ts";
import type { Meter } from "./meter.ts";
import { scalarText } from "./template-node.ts";
import type { TemplateMap, TemplateNode } from "./template-node.ts";
import type { Template } from "./template.ts";
import { testCondition } from "./test-condition.ts";

const MOST_HINTS = 20;

/** Evaluates the expressions of one stack. What cannot be known is unknown, with its reason; nothing here throws. */
export class Interpreter implements Evaluation {
  readonly template: Template;
  readonly host: Host;
  readonly meter: Meter;
  readonly report: Report;
  readonly #hints = new Map<string, string>();
  #conditions = new Map<string, Decision | "pending">();
  /** What parameters are in the case that is tried. */
  #assumed: Case | undefined;
  #cases = 0;
  #depth = 0;

  constructor(template: Template, host: Host, meter: Meter, report: Report) {
    this.template = template;
    this.host = host;
    this.meter = meter;
    this.report = report;
  }

  /** The value of a node; `undefined` is `AWS::NoValue`. */
  value(node: TemplateNode): Value | undefined {
    if (!this.meter.value()) return new Unknown(this.meter.exceeded ?? "too large");
    if (node.kind === "scalar") return node.value;
    if (node.kind === "conflict") return new Unknown(node.reason);
    if (this.#depth >= MAX_DEPTH) {
      this.meter.exceeded ??= `the template nests values more than ${String(MAX_DEPTH)} levels deep`;
      return new Unknown(this.meter.exceeded);
    }
    this.#depth += 1;
    const value = node.kind === "list" ? this.#list(node.items) : this.#map(node);
    this.#depth -= 1;
    return value;
  }

  /** A value where absence makes no sense, as in the pieces of a text. */
  present(node: TemplateNode | undefined, what: string): Value {
    if (node === undefined) return new Unknown(`${what} is missing`);
    return this.value(node) ?? new Unknown(`${what} is AWS::NoValue`);
  }

  /** Whether a named condition holds. */
  condition(name: string, offset: number): Decision {
    const known = this.#conditions.get(name);
    if (known === "pending") {
      this.report("cloudformation-circular", `the condition ${name} depends on itself`, offset);
      return new Unknown(`the condition ${name} depends on itself`);
    }
    if (known !== undefined) return known;
    const node = this.template.conditions.get(name);
    if (node === undefined) {
      const hint = this.#hintFor(name, this.template.conditions.keys());
      this.report("cloudformation-no-condition", `there is no condition ${name}${hint}`, offset);
      return new Unknown(`there is no condition ${name}`);
    }
    this.#conditions.set(name, "pending");
    const tested = this.test(node);
    const decided = tested instanceof Unknown ? (this.#inAllCases(node) ?? tested) : tested;
    const decision =
      decided instanceof Unknown
        ? new Unknown(`condition ${name}: ${withoutPrefix(decided.reason)}`)
        : decided;
    this.#conditions.set(name, decision);
    return decision;
  }

  /** What a condition is in each case of its parameters, when that is the same in all of them. */
  #inAllCases(node: TemplateNode): boolean | undefined {
    if (this.#assumed !== undefined || this.#cases > MAX_CASES) return undefined;
    const conditions = this.#conditions;
    const answers = new Set<boolean | undefined>();
    for (const assumed of casesOf(this, node)) {
      this.#cases += 1;
      this.#assumed = assumed;
      this.#conditions = new Map();
      const decided = this.test(node);
      answers.add(decided instanceof Unknown ? undefined : decided);
      if (answers.size > 1) break;
    }
    this.#assumed = undefined;
    this.#conditions = conditions;
    const [answer] = answers;
    return answers.size === 1 ? answer : undefined;
  }

  /** Whether an expression of conditions holds. */
  test(node: TemplateNode): Decision {
    if (this.#depth >= MAX_DEPTH) return new Unknown("the condition is nested too deep");
    this.#depth += 1;
    const decision = testCondition(this, node);
    this.#depth -= 1;
    return decision;
  }

  /** The branch of an `Fn::If` that counts, or both with the reason. */
  choose(decision: Decision, whenTrue: TemplateNode, whenFalse: TemplateNode): Value | undefined {
    if (decision instanceof Unknown) {
      this.meter.madeChoices = true;
      return joinAlternatives([this.value(whenTrue), this.value(whenFalse)], decision.reason);
    }
    return this.value(decision ? whenTrue : whenFalse);
  }

  #list(items: readonly TemplateNode[]): readonly Value[] {
    const values: Value[] = [];
    for (const item of items) {
      const value = this.value(item);
      if (value !== undefined) values.push(value);
    }
    return values;
  }

  #map(node: TemplateMap): Value | undefined {
    if (node.entries.size === 1) {
      for (const [name, { value }] of node.entries) {
        if (name === "Ref") return this.#ref(value);
        if (name.startsWith("Fn::")) return this.#call(name, value, node.offset);
      }
    }
    const macro = node.entries.get("Fn::Transform");
    // what a macro adds to the others may be any of them
    if (macro !== undefined) return this.#call("Fn::Transform", macro.value, node.offset);
    const map = emptyMap();
    for (const [key, entry] of node.entries) {
      if (key.startsWith("Fn::")) this.#strayFunction(key, entry.keyOffset);
      const value = entry.open === undefined ? this.value(entry.value) : new Unknown(entry.open);
      if (value !== undefined) put(map, key, value);
    }
    return map;
  }

  #call(name: string, argument: TemplateNode, offset: number): Value | undefined {
    const open = openPart(argument);
    if (open !== undefined && name !== "Fn::Transform") return new Unknown(open);
    const evaluate = FUNCTIONS.get(name);
    if (evaluate !== undefined) return evaluate(this, argument, offset);
    if (name.startsWith("Fn::ForEach")) {
      return new Unknown("Fn::ForEach works with the transform AWS::LanguageExtensions");
    }
    const hint = didYouMean(name, FUNCTION_NAMES);
    this.report("cloudformation-no-function", `${name} is no function of CloudFormation${hint}`, offset);
    return new Unknown(`${name} is no function of CloudFormation`);
  }

  #strayFunction(key: string, offset: number): void {
    if (key.startsWith("Fn::ForEach")) return;
    const message = `${key} stands beside other keys; a function is the only key of its object`;
    this.report("cloudformation-stray-function", message, offset);
  }

  #ref(argument: TemplateNode): Value | undefined {
    const name = scalarText(argument);
    if (name === undefined) return new Unknown("Ref takes a name");
    return this.reference(name, undefined, argument.offset);
  }

  /** `Ref` and the `${…}` of `Fn::Sub`: a parameter, a pseudo parameter, a resource or an attribute of one. */
  reference(name: string, attribute: string | undefined, offset: number): Value | undefined {
    if (attribute === undefined) {
      if (name === "AWS::NoValue") return undefined;
      const parameter = this.#assumed?.get(name) ?? this.host.parameter(name) ?? this.host.pseudo(name);
      if (parameter !== undefined) return parameter;
    }
    const value = this.host.resource(name, attribute);
    if (value !== undefined) return value;
    const wanted = attribute === undefined ? name : `${name}.${attribute}`;
    const hint = this.#hintFor(name, this.host.names());
    this.report(
      "cloudformation-no-target",
      `${wanted} names no parameter and no resource of the template${hint}`,
      offset,
    );
    return new Unknown(`${wanted} names nothing in the template`);
  }

  /** Looking for a name among all of a large template takes its time, so only the first few are looked for. */
  #hintFor(name: string, names: Iterable<string>): string {
    const known = this.#hints.get(name);
    if (known !== undefined) return known;
    const hint = this.#hints.size < MOST_HINTS ? didYouMean(name, names) : "";
    if (this.#hints.size < MOST_HINTS) this.#hints.set(name, hint);
    return hint;
  }
}

/** Why a function cannot be evaluated: what it takes, or the first part of that, cannot be read as one value. */
function openPart(argument: TemplateNode): string | undefined {
  const first = argument.kind === "list" ? argument.items[0] : argument;
  return first?.kind === "conflict" ? first.reason : undefined;
}

function withoutPrefix(reason: string): string {
  return reason.replace(/^condition [^:]+: /u, "");
}
