import type { Call, Expression, ObjectExpression, ObjectItem, Reference } from "../ast.ts";
import { callFunction } from "../functions/call-function.ts";
import { evaluateCan, evaluateTry } from "../functions/evaluate-try.ts";
import type { Files, FunctionContext, Template } from "../functions/function-definition.ts";
import { parseHclTemplate } from "../parse-hcl.ts";
import { convert } from "../values/convert.ts";
import { EvaluationError } from "../values/evaluation-error.ts";
import { HclNumber } from "../values/hcl-number.ts";
import { ANY, STRING } from "../values/hcl-value.ts";
import type { Elements, HclValue } from "../values/hcl-value.ts";
import { bool, NULL, number, object, text, tuple, unknown } from "../values/make-value.ts";
import { withMarksOf, withMarksOfAll } from "../values/marks.ts";
import { isSequence } from "../values/type.ts";
import { applyBinary, applyLogical, applyUnary } from "./apply-operator.ts";
import { chooseValue } from "./choose-value.ts";
import type { Attempted } from "./choose-value.ts";
import { evaluateFor } from "./evaluate-for.ts";
import { evaluateTemplate } from "./evaluate-template.ts";
import { MAX_TEMPLATES } from "./limits.ts";
import { Meter } from "./meter.ts";
import type { Evaluate, Scope } from "./scope.ts";
import { sliceOfUnknown } from "./slice-of-unknown.ts";
import { takeSteps } from "./take-step.ts";
import type { ReadAttribute, StepContext } from "./take-step.ts";
import { unknownAmong } from "./unknown-among.ts";

/** What expressions reach beyond their scope. */
export interface World {
  readonly files: Files;
  readonly readAttribute: ReadAttribute;
}

/** Evaluates the expressions of one configuration. */
export class Interpreter {
  readonly meter: Meter;
  readonly #steps: StepContext;
  readonly #functions: FunctionContext;
  #templates = 0;
  /** Inside of `try` or `can`, where an error is a value like any other. */
  #isTrying = false;

  constructor(world: World, meter = new Meter()) {
    this.meter = meter;
    this.#steps = { evaluate: this.evaluate, readAttribute: this.#fatally(world.readAttribute) };
    this.#functions = { files: world.files, renderTemplate: (template) => this.#render(template) };
  }

  /** The value of an expression. Throws `EvaluationError` where Terraform has an error. */
  readonly evaluate: Evaluate = (expression, scope) => {
    const limit = this.meter.enter();
    if (limit !== undefined) return unknown(ANY, limit, [], { mayFail: true });
    try {
      return this.#evaluate(expression, scope);
    } finally {
      this.meter.leave();
    }
  };

  /** Calls a function of Terraform with values. */
  call(name: string, args: readonly HclValue[]): HclValue {
    return callFunction(name, args, this.#functions);
  }

  #evaluate(expression: Expression, scope: Scope): HclValue {
    const { evaluate } = this;
    switch (expression.kind) {
      case "null":
        return NULL;
      case "boolean":
        return bool(expression.value);
      case "number":
        return number(HclNumber.parse(expression.text) ?? HclNumber.double(expression.value));
      case "string":
        return text(expression.value);
      case "template":
        return evaluateTemplate(expression.parts, scope, evaluate);
      case "wrap":
      case "parentheses":
        return evaluate(expression.inner, scope);
      case "reference":
        return this.#refer(expression, scope);
      case "access":
        return takeSteps(evaluate(expression.source, scope), expression.steps, scope, this.#steps);
      case "call":
        return this.#call(expression, scope);
      case "conditional":
        return this.#choose(expression, scope);
      case "unary":
        return applyUnary(expression.operator, evaluate(expression.operand, scope));
      case "binary":
        return this.#operate(expression, scope);
      case "tuple":
        return tuple(expression.items.map((item) => evaluate(item, scope)));
      case "object":
        return this.#buildObject(expression, scope);
      case "for-tuple":
      case "for-object":
        return evaluateFor(expression, scope, evaluate);
    }
  }

  #refer(reference: Reference, scope: Scope): HclValue {
    const { value, taken } = this.#fatally((name: Reference) => scope.resolve(name))(reference);
    return takeSteps(value, taken === 0 ? reference.steps : reference.steps.slice(taken), scope, this.#steps);
  }

  #try(expression: Expression, scope: Scope): HclValue {
    const before = this.#isTrying;
    this.#isTrying = true;
    try {
      return this.evaluate(expression, scope);
    } finally {
      this.#isTrying = before;
    }
  }

  /** What a name stands for is evaluated elsewhere, and no `try` around the name catches an error there. */
  #fatally<Args extends readonly unknown[], Result>(
    evaluate: (...args: Args) => Result,
  ): (...args: Args) => Result {
    return (...args) => {
      const before = this.#isTrying;
      this.#isTrying = false;
      try {
        return evaluate(...args);
      } finally {
        this.#isTrying = before;
      }
    };
  }

  #operate(expression: Extract<Expression, { kind: "binary" }>, scope: Scope): HclValue {
    const { operator, left, right } = expression;
    const one = this.evaluate(left, scope);
    if (operator === "&&" || operator === "||") {
      return applyLogical(operator, one, () => this.evaluate(right, scope), this.#isTrying);
    }
    return applyBinary(operator, one, this.evaluate(right, scope));
  }

  #choose(expression: Extract<Expression, { kind: "conditional" }>, scope: Scope): HclValue {
    const condition = this.evaluate(expression.condition, scope);
    return chooseValue(
      condition,
      this.#attempt(expression.whenTrue, scope),
      this.#attempt(expression.whenFalse, scope),
      this.#isTrying,
    );
  }

  #attempt(expression: Expression, scope: Scope): Attempted {
    try {
      return this.evaluate(expression, scope);
    } catch (error) {
      if (error instanceof EvaluationError) return error;
      throw error;
    }
  }

  #buildObject({ items }: ObjectExpression, scope: Scope): HclValue {
    const entries = new Map<string, HclValue>();
    const values: HclValue[] = [];
    const keys: HclValue[] = [];
    for (const item of items) {
      const key = this.#keyOf(item, scope);
      const value = this.evaluate(item.value, scope);
      keys.push(key);
      values.push(value);
      if (typeof key.data === "string") entries.set(key.data, value);
    }
    const open = keys.find((key) => !key.isKnown);
    if (open === undefined) return withMarksOfAll(object(entries), keys);
    const reason = open.unknown?.reason ?? "a key is not known";
    return withMarksOfAll(unknownAmong(ANY, values, reason, { notNull: true }), keys);
  }

  #keyOf({ key }: ObjectItem, scope: Scope): HclValue {
    if (key.kind === "key-name") return text(key.name);
    if (key.kind === "reference" && key.steps.length > 0) {
      throw new EvaluationError("If this expression is intended to be a reference, wrap it in parentheses.");
    }
    const value = this.evaluate(key, scope);
    if (value.isNull) throw new EvaluationError("Can't use a null value as a key.");
    return convert(value, STRING);
  }

  #call(call: Call, scope: Scope): HclValue {
    const name = call.name.replace(/^core::/u, "");
    if (name === "try") {
      return evaluateTry(call.arguments.map((argument) => () => this.#try(argument, scope)));
    }
    const [only, ...more] = call.arguments;
    if (name === "can" && only !== undefined && more.length === 0) {
      return evaluateCan(() => this.#try(only, scope));
    }
    const args = call.arguments.map((argument) => this.evaluate(argument, scope));
    const last = args.at(-1);
    const part = name === "slice" && !this.#isTrying ? sliceOfUnknown(args) : undefined;
    if (part !== undefined) return part;
    if (!call.expandLast || last === undefined) return this.call(name, args);
    if (last.isNull) throw new EvaluationError("The expanding argument (indicated by ...) must not be null.");
    if (!last.isKnown) return unknownAmong(ANY, args, last.unknown?.reason ?? "the arguments are not known");
    if (!isSequence(last.type)) {
      throw new EvaluationError(
        "The expanding argument (indicated by ...) must be of a tuple, list, or set type.",
      );
    }
    const elements = (last.data as Elements).map((element) => withMarksOf(element, last));
    return this.call(name, [...args.slice(0, -1), ...elements]);
  }

  #render({ source, name, variables }: Template): HclValue {
    if (this.#templates >= MAX_TEMPLATES) {
      throw new EvaluationError(`the template ${name} is rendered inside of too many others`);
    }
    const parsed = parseHclTemplate(source, name);
    if (!parsed.ok) {
      const { line, column } = parsed.problem.location;
      throw new EvaluationError(`${name}:${String(line)},${String(column)}: ${parsed.problem.message}`);
    }
    this.#templates += 1;
    try {
      return this.evaluate(parsed.expression, templateScope(variables));
    } finally {
      this.#templates -= 1;
    }
  }
}

function templateScope(variables: ReadonlyMap<string, HclValue>): Scope {
  return {
    resolve({ root }) {
      const value = variables.get(root);
      if (value === undefined) {
        throw new EvaluationError(`the template does not get a value named ${JSON.stringify(root)}`);
      }
      return { value, taken: 0 };
    },
  };
}
