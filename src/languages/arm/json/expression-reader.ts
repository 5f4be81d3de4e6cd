import type { Expression, Iteration, Member, ObjectExpression, Written } from "../expression.ts";
import type { SourceText } from "../source-text.ts";
import type { TemplateProblem } from "../template.ts";
import { itemsOf, memberOf, membersOf, textAt, valueOf } from "./json-members.ts";
import type { JsonMember, JsonNode } from "./parse-arm-json.ts";
import { ExpressionSyntaxError, isExpression, parseTemplateExpression } from "./parse-template-expression.ts";

/** Makes expressions of the JSON of one file. */
export class ExpressionReader {
  readonly source: SourceText;
  readonly problems: TemplateProblem[] = [];

  constructor(source: SourceText) {
    this.source = source;
  }

  at(node: { readonly start: number }): Written {
    return { source: this.source, start: node.start };
  }

  value(node: JsonNode): Expression {
    switch (node.kind) {
      case "scalar":
        return typeof node.value === "string"
          ? this.text(node.value, node.start)
          : { kind: "literal", value: node.value, ...this.at(node) };
      case "array":
        return { kind: "array", items: node.items.map((item) => this.value(item)), ...this.at(node) };
      case "object":
        return this.object(node.members, node);
    }
  }

  /** A text of JSON: an expression, or itself. `start` is where its quote stands. */
  text(text: string, start: number): Expression {
    const written = this.at({ start });
    if (!isExpression(text)) {
      const value = text.startsWith("[[") ? text.slice(1) : text;
      return { kind: "literal", value, ...written };
    }
    try {
      return parseTemplateExpression(text, this.source, start + 1);
    } catch (error) {
      if (!(error instanceof ExpressionSyntaxError)) throw error;
      const reason = `the expression cannot be read: ${error.message}`;
      this.problems.push({
        code: "arm-expression-syntax",
        level: "error",
        message: reason,
        ...this.at({ start: error.start }),
      });
      return { kind: "unsettled", reason, secure: false, ...written };
    }
  }

  /** An object; `copy` in it makes arrays of members. */
  object(members: readonly JsonMember[], node: { readonly start: number }): ObjectExpression {
    return {
      kind: "object",
      members: members.flatMap((member) =>
        isPropertyCopy(member)
          ? itemsOf(member.value).map((copy) => this.#copied(copy))
          : [this.member(member)],
      ),
      ...this.at(node),
    };
  }

  member(member: JsonMember): Member {
    return {
      kind: "member",
      key: this.text(member.key, member.start),
      value: this.value(member.value),
      ...this.at(member),
    };
  }

  /** The loop of `copy: {name, count}`. */
  iteration(copy: JsonNode): Iteration {
    const count = valueOf(copy, "count");
    return {
      over: {
        kind: "count",
        count: count === undefined ? { kind: "literal", value: 0, ...this.at(copy) } : this.value(count),
      },
      copyName: textAt(copy, "name"),
    };
  }

  #copied(copy: JsonNode): Member {
    const name = memberOf(copy, "name");
    const input = valueOf(copy, "input");
    const written = this.at(copy);
    return {
      kind: "member",
      key: name === undefined ? { kind: "literal", value: "", ...written } : this.value(name.value),
      value: {
        kind: "loop",
        ...this.iteration(copy),
        body: input === undefined ? { kind: "literal", value: null, ...written } : this.value(input),
        ...written,
      },
      ...written,
    };
  }
}

/** `copy: [{name, count, input}]`; another member of that name is one like any other. */
function isPropertyCopy({ key, value }: JsonMember): boolean {
  if (key.toLowerCase() !== "copy" || value.kind !== "array" || value.items.length === 0) return false;
  return value.items.every((item) => {
    const keys = membersOf(item).map((member) => member.key.toLowerCase());
    return keys.includes("name") && keys.includes("input");
  });
}
