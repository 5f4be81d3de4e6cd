import type { Attribute, Block, Body, Comment, HclFile, Label } from "./ast.ts";
import { HclSyntaxError } from "./hcl-syntax-error.ts";
import { jsonExpression } from "./json-expression.ts";
import type { JsonMode } from "./json-expression.ts";
import type { JsonMember, JsonNode } from "./json-node.ts";
import { LineIndex } from "./line-index.ts";
import { attempt, describeProblem, emptyBody } from "./parse-hcl.ts";
import { parseJson } from "./parse-json.ts";
import { CONFIGURATION, VALUES } from "./terraform-json-shape.ts";
import type { JsonBlockShape, JsonShape } from "./terraform-json-shape.ts";

/**
 * Parses a file in HCL's JSON syntax: configuration (`.tf.json`, `.tofu.json`), or values of variables when the name
 * ends with `.tfvars.json`. The tree is the one of native syntax; see `Body` for what cannot be the same. A property
 * named `//` is a comment. Throws nothing that the text can cause: what cannot be read is the one problem of the answer,
 * whose body is then empty.
 */
export function parseHclJson(text: string, file: string): HclFile {
  const lines = new LineIndex(text);
  const reader = new JsonBodyReader(text);
  const parsed = attempt(() =>
    reader.file(parseJson(text), file.endsWith(".tfvars.json") ? VALUES : CONFIGURATION),
  );
  if (!(parsed instanceof HclSyntaxError)) {
    return { file, body: parsed, comments: reader.comments, problems: [], lines };
  }
  const problems = [describeProblem(parsed, file, lines)];
  return { file, body: emptyBody("json", text.length), comments: reader.comments, problems, lines };
}

class JsonBodyReader {
  readonly comments: Comment[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  file(root: JsonNode, shape: JsonShape): Body {
    if (root.kind === "object" || root.kind === "array") return this.#body(root, shape, "a file");
    throw wrongKind("a file", root);
  }

  /** The properties of an object, or of all the objects of an array, are one body. */
  #body(node: JsonNode, shape: JsonShape, what: string): Body {
    const attributes = new Map<string, Attribute>();
    const blocks: Block[] = [];
    for (const member of membersOf(node, what)) {
      const { name } = member;
      const block = shape.blocks.get(name.value);
      if (name.value === "//") this.#addComment(member);
      else if (block !== undefined) this.#addBlocks(member, block, blocks);
      else if (attributes.has(name.value)) {
        throw new HclSyntaxError(
          `the attribute "${name.value}" is set twice in the same block`,
          name.start,
          name.end,
        );
      } else attributes.set(name.value, this.#attribute(member, shape));
    }
    return { kind: "body", syntax: "json", attributes, blocks, start: node.start, end: node.end };
  }

  #addComment({ name, value }: JsonMember): void {
    if (value.kind !== "string") return;
    const { start } = name;
    this.comments.push({
      kind: "comment",
      marker: "json",
      text: value.value,
      ownLine: true,
      start,
      end: value.end,
    });
  }

  #attribute({ name, value }: JsonMember, shape: JsonShape): Attribute {
    const expression = jsonExpression(this.#text, value, modeOf(name.value, shape));
    const { start, end: nameEnd } = name;
    return { kind: "attribute", name: name.value, nameEnd, value: expression, start, end: value.end };
  }

  /** One property may be many blocks: each level of labels, and the content as well, can be an array. */
  #addBlocks({ name, value }: JsonMember, shape: JsonBlockShape, blocks: Block[]): void {
    for (const { labels, content } of unpackLabels(name.value, value, shape.labels)) {
      if (content.kind === "keyword" && content.value === null) continue;
      for (const item of content.kind === "array" ? content.items : [content]) {
        const body = this.#body(item, shape, `the content of "${name.value}"`);
        const typeSpan = { start: name.start, end: name.end };
        const { start } = content.kind === "array" ? item : (labels.at(-1) ?? name);
        blocks.push({ kind: "block", type: name.value, typeSpan, labels, body, start, end: item.end });
      }
    }
  }
}

interface LabelledContent {
  readonly labels: readonly Label[];
  readonly content: JsonNode;
}

function unpackLabels(type: string, node: JsonNode, count: number): LabelledContent[] {
  if (count === 0) return [{ labels: [], content: node }];
  const members = membersOf(node, `the value of "${type}"`);
  if (members.length === 0) {
    throw new HclSyntaxError(
      `"${type}" needs a property, whose name is the block's label`,
      node.start,
      node.end,
    );
  }
  return members.flatMap(({ name, value }) => {
    const label: Label = { kind: "label", value: name.value, quoted: true, start: name.start, end: name.end };
    return unpackLabels(type, value, count - 1).map(({ labels, content }) => ({
      labels: [label, ...labels],
      content,
    }));
  });
}

/** The properties of an object, or of all the objects of an array; null has none. */
function membersOf(node: JsonNode, what: string): readonly JsonMember[] {
  if (node.kind === "object") return node.members;
  if (node.kind === "keyword" && node.value === null) return [];
  if (node.kind !== "array") throw wrongKind(what, node);
  return node.items.flatMap((item) => {
    if (item.kind === "object") return item.members;
    throw wrongKind(what, item);
  });
}

function wrongKind(what: string, { start, end }: JsonNode): HclSyntaxError {
  return new HclSyntaxError(`${what} is an object or an array of objects here`, start, end);
}

function modeOf(name: string, { expressions, literals }: JsonShape): JsonMode {
  if (expressions.has(name)) return "expression";
  return literals === "all" || literals.has(name) ? "literal" : "template";
}
