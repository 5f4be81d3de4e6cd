// one file although it is long: what each kind of expression is worth is read as a whole
/* oxlint-disable max-lines */

import { didYouMean } from "../../../model/did-you-mean.ts";
import type {
  Access,
  ArrayExpression,
  Call,
  Expression,
  Iteration,
  ObjectExpression,
  ResourceSymbol,
  Written,
} from "../expression.ts";
import type { Evaluation } from "../functions/built-in.ts";
import { FUNCTION_NAMES, findFunction } from "../functions/index.ts";
import { bounded, mergeShallow, withOpenKey } from "../functions/merge.ts";
import { nextPlaceholder, printBody } from "../functions/print-lambda.ts";
import { kindOf } from "../functions/take-argument.ts";
import { MAX_DEPTH, MAX_ITEMS, MAX_PARTS } from "../limits.ts";
import type { FunctionDeclaration } from "../template.ts";
import { ArmError } from "../values/arm-error.ts";
import { ArmObject, Open, OpenText, Secure, bare, holdsSecure, isArray } from "../values/arm-value.ts";
import type { ArmMember, ArmValue } from "../values/arm-value.ts";
import { openCall, openFrom } from "../values/open-call.ts";
import { clip, print, printCall } from "../values/print.ts";
import { sizeOf } from "../values/size-of.ts";
import { joinText, textOf } from "../values/text.ts";
import { access } from "./access.ts";
import { bind, lookUp } from "./frame.ts";
import type { Frame } from "./frame.ts";
import type { Meter } from "./meter.ts";
import { partsOf, withSecureMembers } from "./secure-parts.ts";
import { whenThere } from "./when-there.ts";

/** Something wrong that evaluation found, where it stands. */
export type Report = (code: string, message: string, written: Written) => void;

/** Marks a chain of accesses that ended early: the rest of it is null. */
const ENDED = Symbol("ended");

/** Evaluates expressions. What cannot be known is open, with its cause; nothing here throws. */
export class Interpreter implements Evaluation {
  readonly meter: Meter;
  readonly #report: Report;
  #depth = 0;
  #speculation = 0;

  constructor(meter: Meter, report: Report) {
    this.meter = meter;
    this.#report = report;
  }

  value(expression: Expression, frame: Frame): ArmValue {
    if (!this.meter.step()) return new Open(this.meter.exceeded ?? "", "…");
    if (this.#depth >= MAX_DEPTH) {
      const cause = `it is nested more than ${String(MAX_DEPTH)} levels deep`;
      this.meter.exceeded ??= cause;
      return new Open(cause, "…");
    }
    this.#depth += 1;
    try {
      return this.#bounded(this.#evaluate(expression, frame));
    } catch (error) {
      if (!(error instanceof ArmError)) throw error;
      return this.#failed(error, expression);
    } finally {
      this.#depth -= 1;
    }
  }

  #bounded(value: ArmValue): ArmValue {
    if (typeof value !== "object" || value === null || sizeOf(value) <= MAX_PARTS) return value;
    const cause = `a value has more than ${MAX_PARTS.toLocaleString("en")} values in it`;
    this.meter.exceeded ??= cause;
    return new Open(cause, "…");
  }

  speculate<Result>(evaluate: () => Result): Result {
    this.#speculation += 1;
    try {
      return evaluate();
    } finally {
      this.#speculation -= 1;
    }
  }

  report(code: string, message: string, written: Written): void {
    if (this.#speculation === 0) this.#report(code, message, written);
  }

  /** What a loop runs over; open when it is not known how often. */
  itemsOf(iteration: Iteration, frame: Frame): readonly ArmValue[] | Open {
    const { over } = iteration;
    if (over.kind === "items") {
      const collection = this.value(over.collection, frame);
      const items = bare(collection);
      if (items instanceof Open) return items;
      return isArray(items)
        ? partsOf(collection, items)
        : this.#noLoop(`over ${kindOf(items)}`, over.collection);
    }
    const written = bare(this.value(over.count, frame));
    // ARM takes a number in a text as well
    const count = typeof written === "string" && /^\d{1,9}$/u.test(written) ? Number(written) : written;
    if (count instanceof Open) return count;
    if (typeof count !== "number") return this.#noLoop(`${kindOf(count)} of times`, over.count);
    if (count < 0) return this.#noLoop(`${String(count)} times`, over.count);
    if (count > MAX_ITEMS) {
      const cause = `a loop runs ${String(count)} times, and genoscan evaluates at most ${String(MAX_ITEMS)}`;
      this.meter.exceeded ??= cause;
      return new Open(cause, "…");
    }
    return Array.from({ length: count }, (_, index) => index);
  }

  /** The frame of one pass of a loop. */
  frameOf(iteration: Iteration, frame: Frame, item: ArmValue, index: ArmValue, isOuter: boolean): Frame {
    let inner: Frame = {
      ...frame,
      copies: { name: iteration.copyName, index, isOuter, next: frame.copies },
    };
    if (iteration.item !== undefined) inner = bind(inner, iteration.item, item);
    return iteration.index === undefined ? inner : bind(inner, iteration.index, index);
  }

  /** The frame of a pass of which nobody knows which it is. */
  openFrameOf(iteration: Iteration, frame: Frame, isOuter: boolean): Frame {
    const index = nextPlaceholder(frame);
    const { over } = iteration;
    const item =
      over.kind === "items"
        ? this.speculate(() =>
            access(this.value(over.collection, frame), index, { safe: false, fromEnd: false }),
          )
        : index;
    return this.frameOf(iteration, frame, item, index, isOuter);
  }

  #noLoop(what: string, written: Written): Open {
    this.report("arm-loop", `a loop cannot run ${what}`, written);
    return new Open(`a loop cannot run ${what}`, "…");
  }

  #failed(error: ArmError, expression: Expression): Open {
    // a limit is told once, for the whole input
    if (error.message !== this.meter.exceeded) this.report("arm-expression", error.message, expression);
    const name = expression.kind === "call" ? `${expression.name}(…)` : "…";
    return new Open(error.message, name);
  }

  #evaluate(expression: Expression, frame: Frame): ArmValue {
    switch (expression.kind) {
      case "literal":
        return expression.value;
      case "text":
        return this.#text(expression.parts, frame);
      case "array":
        return this.#array(expression, frame);
      case "object":
        return this.#object(expression, frame);
      case "loop":
        return this.#loop(expression, expression.body, frame);
      case "parameter":
        return this.#named("parameter", expression.name, frame);
      case "variable":
        return this.#named("variable", expression.name, frame);
      case "local": {
        const value = lookUp(frame, expression.name);
        if (value === undefined) throw new ArmError(`there is no ${expression.name} here`);
        return value;
      }
      case "resource":
        return this.#resource(expression, frame);
      case "access": {
        const found = this.#chain(expression, frame);
        return found === ENDED ? null : found;
      }
      case "group":
        return this.value(expression.inner, frame);
      case "call":
        return this.#call(expression, frame);
      case "lambda":
        throw new ArmError("a lambda stands only as an argument of a function that takes one");
      case "unsettled": {
        const open = new Open(expression.reason, `…${expression.identity ?? ""}`);
        return expression.secure ? new Secure(open) : open;
      }
    }
  }

  #text(parts: readonly Expression[], frame: Frame): ArmValue {
    const joined = joinText(parts.map((part) => this.value(part, frame)));
    const inner = bare(joined);
    const length =
      typeof inner === "string" ? inner.length : inner instanceof OpenText ? inner.expression.length : 0;
    return this.meter.text(length) ? joined : new Open(this.meter.exceeded ?? "", "…");
  }

  #array({ items }: ArrayExpression, frame: Frame): ArmValue {
    const values: ArmValue[] = [];
    for (const item of items) {
      if (item.kind !== "spread") {
        values.push(this.value(item, frame));
        continue;
      }
      const value = this.value(item.value, frame);
      const spread = bare(value);
      if (spread instanceof Open) return this.#openArray(items, frame);
      if (isArray(spread)) {
        bounded([values, spread]);
        values.push(...partsOf(value, spread));
      } else if (spread !== null) throw new ArmError(`an array cannot take in ${kindOf(spread)}`);
    }
    return values;
  }

  #openArray(items: ArrayExpression["items"], frame: Frame): ArmValue {
    const parts = items.map((item) =>
      item.kind === "spread" ? this.value(item.value, frame) : [this.value(item, frame)],
    );
    return openCall("concat", parts);
  }

  /** A secret among what it is made of makes a secret of the whole. */
  #object(expression: ObjectExpression, frame: Frame): ArmValue {
    const secrets = { isThere: false };
    const object = this.object(expression, frame, secrets);
    return secrets.isThere ? new Secure(object) : object;
  }

  /** An object; where its members are written is kept. Told of a key or of members that must not be shown. */
  object(
    { members: written }: ObjectExpression,
    frame: Frame,
    secrets: { isThere: boolean } = { isThere: false },
  ): ArmObject {
    let members = new Map<string, ArmMember>();
    let rest: Open | undefined;
    const parts: ArmValue[] = [];
    const close = (): void => {
      if (members.size > 0 || rest !== undefined) parts.push(new ArmObject(members, rest));
      members = new Map();
      rest = undefined;
    };
    for (const member of written) {
      if (member.kind === "spread") {
        close();
        const spread = this.value(member.value, frame);
        secrets.isThere ||= spread instanceof Secure;
        parts.push(spread instanceof Secure ? withSecureMembers(spread) : spread);
        continue;
      }
      const writtenKey = this.value(member.key, frame);
      secrets.isThere ||= writtenKey instanceof Secure;
      const key = bare(writtenKey);
      const value = this.value(member.value, frame);
      if (key instanceof Open) {
        const merged = withOpenKey(new ArmObject(members, rest), key, value);
        members = new Map(merged.members);
        ({ rest } = merged);
        continue;
      }
      const name = textOf(key);
      members.set(name, { key: name, value, written: member });
    }
    if (parts.length === 0) return new ArmObject(members, rest);
    close();
    const merged = mergeShallow(parts);
    if (merged instanceof ArmObject && !this.meter.items(merged.members.size)) {
      throw new ArmError(this.meter.exceeded ?? "");
    }
    return merged instanceof ArmObject ? merged : new ArmObject(new Map());
  }

  #loop(iteration: Iteration, body: Expression, frame: Frame): ArmValue {
    const items = this.itemsOf(iteration, frame);
    if (items instanceof Open) return this.#openLoop(iteration, body, frame, items);
    const values: ArmValue[] = [];
    for (const [index, item] of items.entries()) {
      if (this.meter.exceeded !== undefined) throw new ArmError(this.meter.exceeded);
      const inner = this.frameOf(iteration, frame, item, index, false);
      if (iteration.filter !== undefined) {
        const isKept = bare(this.value(iteration.filter, inner));
        if (isKept instanceof Open) return openFrom([isKept], printCall("filter", [items]));
        if (isKept !== true) continue;
      }
      values.push(this.value(body, inner));
    }
    return values;
  }

  /** Written as a map over how often it runs, whichever way the loop was written. */
  #openLoop(iteration: Iteration, body: Expression, frame: Frame, items: Open): ArmValue {
    const inner = this.openFrameOf(iteration, frame, false);
    const index = nextPlaceholder(frame).expression;
    const count = iteration.over.kind === "items" ? `length(${print(items)})` : print(items);
    return openFrom([items], clip(`map(range(0, ${count}), ${index} => ${printBody(this, body, inner)})`));
  }

  #named(kind: "parameter" | "variable", name: string, frame: Frame): ArmValue {
    if (kind === "parameter" && frame.parameters !== undefined) {
      const own = frame.parameters.get(name.toLowerCase());
      if (own !== undefined) return own;
    }
    const value = kind === "parameter" ? frame.instance.parameter(name) : frame.instance.variable(name);
    if (value !== undefined) return value;
    throw new ArmError(`there is no ${kind} ${name}${didYouMean(name, frame.instance.names(kind))}`);
  }

  #resource({ key, index, maybe }: ResourceSymbol, frame: Frame): ArmValue {
    const written = index === undefined ? undefined : this.value(index, frame);
    const at = written === undefined ? undefined : bare(written);
    const found = frame.instance.resource(key, at);
    if (found !== undefined) return maybe === true ? whenThere(found) : found;
    throw new ArmError(`there is no resource ${key}${written === undefined ? "" : `[${print(written)}]`}`);
  }

  #chain(expression: Access, frame: Frame): ArmValue | typeof ENDED {
    const { target } = expression;
    const base = target.kind === "access" ? this.#chain(target, frame) : this.value(target, frame);
    if (base === ENDED) return ENDED;
    const found = access(base, this.value(expression.key, frame), expression);
    return expression.safe && bare(found) === null ? ENDED : found;
  }

  #call(call: Call, frame: Frame): ArmValue {
    const declared = call.name.includes(".") || findFunction(call.name) === undefined;
    const own = declared ? frame.instance.functionNamed(call.name) : undefined;
    if (own !== undefined) return this.#callOwn(own, call, frame);
    const builtIn = findFunction(call.name);
    if (builtIn === undefined) {
      const known = [...FUNCTION_NAMES, ...frame.instance.names("function")];
      throw new ArmError(`there is no function ${call.name.slice(0, 80)}${didYouMean(call.name, known)}`);
    }
    const { name, least, most } = builtIn;
    const count = call.arguments.length;
    if (count < least || count > most) {
      const wanted =
        most === least
          ? String(least)
          : most === Infinity
            ? `at least ${String(least)}`
            : `${String(least)} to ${String(most)}`;
      throw new ArmError(`${name} takes ${wanted} arguments, and gets ${String(count)}`);
    }
    return builtIn.evaluate({ evaluation: this, frame, call, name });
  }

  #callOwn(declaration: FunctionDeclaration, call: Call, frame: Frame): ArmValue {
    const values = new Map<string, ArmValue>();
    for (const [index, parameter] of declaration.parameters.entries()) {
      const written = call.arguments[index];
      const value = written === undefined ? null : this.value(written, frame);
      values.set(parameter.name.toLowerCase(), parameter.type.secure === true ? new Secure(value) : value);
    }
    const found = this.value(declaration.body, { instance: frame.instance, parameters: values });
    return [...values.values()].some(holdsSecure) && !(found instanceof Secure) ? new Secure(found) : found;
  }
}
