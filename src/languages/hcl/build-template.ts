import type { Expression, Span, TemplateForm, TemplateIf, TemplatePart } from "./ast.ts";
import { HclSyntaxError } from "./hcl-syntax-error.ts";
import type { Scanner } from "./scanner.ts";
import type { EndToken, ForToken, IfToken, TemplateToken } from "./template-token.ts";

/** The expression that a list of template tokens is, its directives matched with their ends. */
export function buildTemplate(
  scanner: Scanner,
  tokens: readonly TemplateToken[],
  form: TemplateForm,
  { start, end }: Span,
): Expression {
  const [first] = tokens;
  // a text that strip markers have emptied counts: "${x ~} " is a string, "${x}" is whatever x is
  if (tokens.length === 1 && first?.kind === "interpolation") {
    return { kind: "wrap", form, inner: first.expression, start, end };
  }
  const parts = new Builder(scanner, tokens).parts();
  const [part] = parts;
  if (part === undefined) return { kind: "string", form, value: "", start, end };
  const isText = parts.length === 1 && part.kind === "text";
  if (isText) return { kind: "string", form, value: part.value, start, end };
  return { kind: "template", form, parts, start, end };
}

class Builder {
  readonly #scanner: Scanner;
  readonly #tokens: readonly TemplateToken[];
  #position = 0;

  constructor(scanner: Scanner, tokens: readonly TemplateToken[]) {
    this.#scanner = scanner;
    this.#tokens = tokens;
  }

  /** All parts of the template. */
  parts(): TemplatePart[] {
    const parts = this.#partsUntilEnd();
    const stray = this.#tokens[this.#position];
    if (stray !== undefined) {
      throw new HclSyntaxError(
        `this "${stray.kind}" has no directive that it belongs to`,
        stray.start,
        stray.end,
      );
    }
    return parts;
  }

  /** The parts up to an `else`, an end or the end of the template, which is not consumed. */
  #partsUntilEnd(): TemplatePart[] {
    const parts: TemplatePart[] = [];
    for (;;) {
      const token = this.#tokens[this.#position];
      if (token === undefined || isEnd(token)) return parts;
      this.#position += 1;
      if (token.kind === "text") this.#addText(parts, token.value, token);
      else if (token.kind === "interpolation") parts.push(token);
      else parts.push(this.#directive(token));
    }
  }

  /** Texts that stand side by side are one. */
  #addText(parts: TemplatePart[], value: string, first: Span): void {
    const pieces = [value];
    let { end } = first;
    for (;;) {
      const token = this.#tokens[this.#position];
      if (token?.kind !== "text") break;
      pieces.push(token.value);
      ({ end } = token);
      this.#position += 1;
    }
    const whole = normalize(pieces.length === 1 ? value : pieces.join(""));
    if (whole !== "") parts.push({ kind: "text", value: whole, start: first.start, end });
  }

  #directive(token: IfToken | ForToken): TemplatePart {
    this.#scanner.enter();
    const part = token.kind === "if" ? this.#if(token) : this.#for(token);
    this.#scanner.leave();
    return part;
  }

  #if(token: IfToken): TemplateIf {
    const whenTrue = this.#partsUntilEnd();
    const hasElse = this.#tokens[this.#position]?.kind === "else";
    if (hasElse) this.#position += 1;
    const whenFalse = hasElse ? this.#partsUntilEnd() : [];
    const { end } = this.#close(token, "endif");
    return { kind: "if", condition: token.condition, whenTrue, whenFalse, start: token.start, end };
  }

  #for(token: ForToken): TemplatePart {
    const parts = this.#partsUntilEnd();
    const { end } = this.#close(token, "endfor");
    const { keyName, valueName, collection, start } = token;
    return { kind: "for", keyName, valueName, collection, parts, start, end };
  }

  #close(open: IfToken | ForToken, kind: EndToken["kind"]): TemplateToken {
    const token = this.#tokens[this.#position];
    if (token === undefined) {
      throw new HclSyntaxError(`this "${open.kind}" has no "${kind}"`, open.start, open.end);
    }
    if (token.kind !== kind) {
      throw new HclSyntaxError(`expected "${kind}", found "${token.kind}"`, token.start, token.end);
    }
    this.#position += 1;
    return token;
  }
}

function isEnd(token: TemplateToken): token is EndToken {
  return token.kind === "else" || token.kind === "endif" || token.kind === "endfor";
}

/** Unicode's form NFC, which Terraform gives to every string. */
export function normalize(text: string): string {
  return /^[\x00-\x7F]*$/.test(text) ? text : text.normalize("NFC");
}
