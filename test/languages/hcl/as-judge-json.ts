import type {
  Body,
  Expression,
  HclFile,
  ObjectKey,
  Step,
  TemplatePart,
} from "../../../src/languages/hcl/ast.ts";

/**
 * What HashiCorp's parser makes of a file through hcl2json, told from our tree: literals as JSON, templates as strings,
 * everything else as `${…}` around its text. Two files that agree here agree in structure, values and the places of
 * expressions.
 */
export function asJudgeJson({ body }: HclFile, text: string): unknown {
  return new Converter(text).body(body);
}

interface Json {
  [key: string]: unknown;
}

/** Takes `__proto__` as a key like any other. */
function emptyJson(): Json {
  return Object.create(null) as Json;
}

class Converter {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  body({ attributes, blocks }: Body): Json {
    const json = emptyJson();
    for (const { type, labels, body } of blocks) {
      this.#addBlock(json, [type, ...labels.map(({ value }) => value)], body);
    }
    for (const { name, value } of attributes.values()) json[name] = this.#expression(value);
    return json;
  }

  #addBlock(parent: Json, path: readonly string[], body: Body): void {
    let place = parent;
    for (const label of path.slice(0, -1)) place = (place[label] ??= emptyJson()) as Json;
    const last = path.at(-1) ?? "";
    const siblings = (place[last] ??= []) as unknown[];
    siblings.push(this.body(body));
  }

  #expression(node: Expression): unknown {
    switch (node.kind) {
      case "null":
        return null;
      case "boolean":
      case "number":
        return node.value;
      case "string":
      case "template":
        return this.#part(node);
      case "wrap":
        return this.#expression(node.inner);
      case "unary":
        return this.#unary(node.operator, node.operand) ?? this.#source(node);
      case "tuple":
        return node.items.map((item) => this.#expression(item));
      case "object":
        return Object.fromEntries(
          node.items.map(({ key, value }) => [this.#key(key), this.#expression(value)]),
        );
      default:
        return this.#source(node);
    }
  }

  #unary(operator: "-" | "!", operand: Expression): unknown {
    if (operator === "-" && operand.kind === "number") return 0 - operand.value;
    if (operator === "!" && operand.kind === "boolean") return !operand.value;
    return undefined;
  }

  #key(key: ObjectKey): string {
    if (key.kind === "key-name") return key.name;
    const isTraversal = key.kind === "reference" && key.steps.every(isLiteralStep);
    return isTraversal ? this.#slice(key) : this.#part(key);
  }

  #part(node: Expression): string {
    switch (node.kind) {
      case "null":
      case "boolean":
        return this.#slice(node);
      case "number":
        // whole numbers are exact however long they are
        return /^\d+$/.test(node.text) ? BigInt(node.text).toString() : String(node.value);
      case "string":
        return escapeTemplate(node.value);
      case "template":
        return this.#parts(node.parts);
      case "wrap":
        return this.#part(node.inner);
      case "conditional":
        return directive(this.#slice(node.condition), this.#part(node.whenTrue), this.#part(node.whenFalse));
      default:
        return this.#source(node);
    }
  }

  #parts(parts: readonly TemplatePart[]): string {
    return parts.map((part) => this.#templatePart(part)).join("");
  }

  #templatePart(part: TemplatePart): string {
    switch (part.kind) {
      case "text":
        return escapeTemplate(part.value);
      case "interpolation":
        return this.#part(part.expression);
      case "if":
        return directive(
          this.#slice(part.condition),
          this.#parts(part.whenTrue),
          this.#parts(part.whenFalse),
        );
      case "for": {
        const names = [...(part.keyName === undefined ? [] : [part.keyName]), part.valueName].map(
          ({ name }) => name,
        );
        return `%{for ${names.join(", ")} in ${this.#slice(part.collection)}}${this.#parts(part.parts)}%{endfor}`;
      }
    }
  }

  #source(node: Expression): string {
    return `\${${this.#slice(node)}}`;
  }

  #slice({ start, end }: Expression): string {
    return this.#text.slice(start, end);
  }
}

function isLiteralStep(step: Step): boolean {
  if (step.kind !== "index-step") return step.kind === "attribute-step";
  return ["number", "string", "boolean", "null"].includes(step.key.kind);
}

function directive(condition: string, whenTrue: string, whenFalse: string): string {
  return `%{if ${condition}}${whenTrue}${whenFalse === "" ? "" : `%{else}${whenFalse}`}%{endif}`;
}

function escapeTemplate(text: string): string {
  return text.replaceAll("${", () => "$${").replaceAll("%{", "%%{");
}
