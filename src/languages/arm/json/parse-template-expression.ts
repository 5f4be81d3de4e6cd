import type { Call, Expression, Lambda, Written } from "../expression.ts";
import type { SourceText } from "../source-text.ts";

/** Why a text in brackets cannot be read. `start` is the offset in the file. */
export class ExpressionSyntaxError extends Error {
  override name = "ExpressionSyntaxError";
  readonly start: number;

  constructor(message: string, start: number) {
    super(message);
    this.start = start;
  }
}

/** True for `"[…]"`; `"[[…]"` is a text that begins with a bracket. */
export function isExpression(text: string): boolean {
  return text.startsWith("[") && !text.startsWith("[[") && text.endsWith("]");
}

const DEEPEST = 250;

/**
 * The expression in a text `[…]`. `start` is where the text begins in the file, after its quote.
 * Throws an ExpressionSyntaxError.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions
 */
export function parseTemplateExpression(text: string, source: SourceText, start: number): Expression {
  return new Reader(text, source, start).whole();
}

const SPACE = /\s*/uy;
const STRING = /'((?:[^']|'')*)'/uy;
const NUMBER = /[-+]?\d+(?:\.\d+)?/uy;
const NAME = /[A-Za-z_]\w*/uy;

class Reader {
  readonly #text: string;
  readonly #source: SourceText;
  readonly #start: number;
  readonly #end: number;
  #at = 1;
  #depth = 0;

  constructor(text: string, source: SourceText, start: number) {
    this.#text = text;
    this.#source = source;
    this.#start = start;
    this.#end = text.length - 1;
    this.#skip();
  }

  whole(): Expression {
    const expression = this.#expression();
    if (this.#at < this.#end) throw this.#expected("the closing bracket");
    return expression;
  }

  #expression(): Expression {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw this.#error(`this is nested more than ${String(DEEPEST)} levels deep`);
    let expression = this.#primary();
    for (;;) {
      const written = this.#written();
      if (this.#take(".")) {
        const name = this.#match(NAME)?.[0];
        if (name === undefined) throw this.#expected("the name of a property");
        const key: Expression = { kind: "literal", value: name, ...written };
        expression = { kind: "access", target: expression, key, safe: false, fromEnd: false, ...written };
      } else if (this.#take("[")) {
        const key = this.#expression();
        if (!this.#take("]")) throw this.#expected('"]"');
        expression = { kind: "access", target: expression, key, safe: false, fromEnd: false, ...written };
      } else break;
    }
    this.#depth -= 1;
    return expression;
  }

  #primary(): Expression {
    const written = this.#written();
    const string = this.#match(STRING);
    if (string !== undefined) {
      return { kind: "literal", value: (string[1] ?? "").replaceAll("''", "'"), ...written };
    }
    const number = this.#match(NUMBER)?.[0];
    if (number !== undefined) return { kind: "literal", value: Number(number), ...written };
    let name = this.#match(NAME)?.[0];
    if (name === undefined) throw this.#expected("a function, a text in single quotes or a number");
    while (this.#take(".")) {
      const part = this.#match(NAME)?.[0];
      if (part === undefined) throw this.#expected("the name of a function");
      name += `.${part}`;
    }
    if (!this.#take("(")) throw this.#expected(`"(" after ${name}`);
    return simplify({ kind: "call", name, arguments: this.#arguments(), ...written });
  }

  #arguments(): readonly Expression[] {
    const values: Expression[] = [];
    while (!this.#take(")")) {
      if (values.length > 0 && !this.#take(",")) throw this.#expected('"," or ")"');
      values.push(this.#expression());
    }
    return values;
  }

  #written(): Written {
    return { source: this.#source, start: this.#start + this.#at };
  }

  #take(character: string): boolean {
    if (this.#at >= this.#end || this.#text[this.#at] !== character) return false;
    this.#at += 1;
    this.#skip();
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found === null || this.#at + found[0].length > this.#end) return undefined;
    this.#at += found[0].length;
    this.#skip();
    return found;
  }

  #skip(): void {
    SPACE.lastIndex = this.#at;
    SPACE.test(this.#text);
    this.#at = SPACE.lastIndex;
  }

  #expected(what: string): ExpressionSyntaxError {
    const rest = this.#text.slice(this.#at, Math.min(this.#at + 20, this.#end));
    return this.#error(
      `expected ${what}, found ${rest === "" ? "the end of the expression" : JSON.stringify(rest)}`,
    );
  }

  #error(message: string): ExpressionSyntaxError {
    return new ExpressionSyntaxError(message, this.#start + this.#at);
  }
}

/** Names that stand as they are become names, and lambdas lambdas. */
function simplify(call: Call): Expression {
  const { source, start } = call;
  const [first, ...more] = call.arguments;
  const text = first?.kind === "literal" && typeof first.value === "string" ? first.value : undefined;
  switch (call.name.toLowerCase()) {
    case "parameters":
      return text === undefined || more.length > 0 ? call : { kind: "parameter", name: text, source, start };
    case "variables":
      return text === undefined || more.length > 0 ? call : { kind: "variable", name: text, source, start };
    case "lambdavariables":
      return text === undefined || more.length > 0 ? call : { kind: "local", name: text, source, start };
    case "lambda":
      return lambdaOf(call) ?? call;
    default:
      return call;
  }
}

function lambdaOf({ arguments: values, source, start }: Call): Lambda | undefined {
  const body = values.at(-1);
  const parameters: string[] = [];
  for (const value of values.slice(0, -1)) {
    if (value.kind !== "literal" || typeof value.value !== "string") return undefined;
    parameters.push(value.value);
  }
  return body === undefined ? undefined : { kind: "lambda", parameters, body, source, start };
}
