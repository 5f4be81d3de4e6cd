import { isAlias, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { CollectionTag, Document, Node, ScalarTag } from "yaml";
import { isYamlNestedTooDeep } from "../is-yaml-nested-too-deep.ts";
import { indentQuotedText, placeBefore } from "./indent-quoted-text.ts";
import type { IndentedText } from "./indent-quoted-text.ts";
import { addEntry } from "./parse-template-json.ts";
import { plainScalarNode } from "./read-scalar.ts";
import type { ParsedTemplate, TemplateEntry, TemplateNode, TemplateProblem } from "./template-node.ts";
import { applyTag, mergeInto, resolveAlias } from "./yaml-template.ts";

const DEEPEST = 200;

/** The short forms of functions: `!GetAtt` is `Fn::GetAtt`, `!Ref` is `Ref`. */
const SHORT_FORMS = [
  "And",
  "Base64",
  "Cidr",
  "Condition",
  "Contains",
  "EachMemberEquals",
  "EachMemberIn",
  "Equals",
  "FindInMap",
  "ForEach",
  "GetAZs",
  "GetAtt",
  "GetStackOutput",
  "If",
  "ImportValue",
  "Join",
  "Length",
  "Not",
  "Or",
  "Ref",
  "RefAll",
  "Select",
  "Split",
  "Sub",
  "ToJsonString",
  "Transform",
  "ValueOf",
  "ValueOfAll",
];

// a tag that the parser does not know costs an error with its stack; these stay on the node
const TAGS = SHORT_FORMS.flatMap((name): (ScalarTag | CollectionTag)[] => [
  { tag: `!${name}`, resolve: (text: string) => text },
  { tag: `!${name}`, collection: "seq", resolve: (node) => node },
  { tag: `!${name}`, collection: "map", resolve: (node) => node },
]);

/**
 * Reads a template in YAML that the fast reader refuses: with the mistakes that CloudFormation forgives, such as a bracket
 * that closes too far to the left, or with the place and words of what is wrong. Never throws.
 */
export function parseTemplateYamlPatiently(text: string): ParsedTemplate {
  if (isYamlNestedTooDeep(text, DEEPEST)) {
    const message = `this is nested more than ${String(DEEPEST)} levels deep, which genoscan does not read`;
    return { root: undefined, problems: [{ message, offset: 0 }] };
  }
  const first = parse(text);
  const { document, source } = withIndentedQuotes(first, text);
  // what cannot be mended is told as it is written
  if (document.errors.length > 0) return { root: undefined, problems: problemsOf(first, text) };
  if (document.contents === null) return { root: undefined, problems: [] };
  const reader = new YamlReader(source);
  return { root: reader.read(document.contents), problems: reader.problems };
}

function parse(text: string): Document {
  return parseDocument(text, {
    schema: "failsafe",
    customTags: (tags) => [...tags, ...TAGS],
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "error",
  });
}

/** Characters that are parsed again for the sake of quotes. */
const MOST_MENDED = 8_000_000;

/** The document with the lines of its texts in quotes indented, one text after the other. */
function withIndentedQuotes(
  first: Document,
  text: string,
): { readonly document: Document; readonly source: IndentedText } {
  let document = first;
  let source: IndentedText = { text, inserted: [] };
  for (let parsed = text.length; parsed <= MOST_MENDED; parsed += text.length) {
    const [error] = document.errors;
    if (error === undefined || !isOpenQuote(error)) break;
    const mended = indentQuotedText(source, error.pos[0], error.message.includes('"') ? '"' : "'");
    if (mended === undefined) break;
    source = mended;
    document = parse(source.text);
  }
  return { document, source };
}

function isOpenQuote({ code, message }: Document["errors"][number]): boolean {
  return code === "MISSING_CHAR" && /closing.*quote/u.test(message);
}

/** A text without the end of its quotes makes nonsense of what follows, which is not told. */
function problemsOf({ errors }: Pick<Document, "errors">, text: string): readonly TemplateProblem[] {
  const open = errors.findIndex(isOpenQuote);
  const told = open < 0 ? errors : errors.slice(0, open);
  const problems = told.map(({ code, message, pos }) => ({
    message: explain(code, message),
    offset: pos[0],
  }));
  const end = errors[open]?.pos[0];
  return end === undefined ? problems : [...problems, { message: explainQuotes(text, end), offset: end }];
}

/** What is in quotes ends where a line is not indented, as YAML has it; PyYAML goes on. */
function explainQuotes(text: string, end: number): string {
  if (text.slice(end).trim() === "") return "the file ends inside of a text in quotes; it may be cut off";
  const line = text.slice(0, end).split("\n").length + 1;
  return `a text in quotes is not closed here, and line ${String(line)} is not indented as a part of it; close the quotes, or indent the lines of the text`;
}

function explain(code: string, message: string): string {
  const sentence = message.charAt(0).toLowerCase() + message.slice(1);
  switch (code) {
    case "TAB_AS_INDENT":
      return "YAML is indented with spaces, and here is a tab; replace tabs by spaces";
    case "MULTIPLE_DOCS":
      return "the file holds several YAML documents, and a template is one; split it at the lines ---";
    default:
      return sentence;
  }
}

class YamlReader {
  readonly problems: TemplateProblem[] = [];
  readonly #anchors = new Map<string, TemplateNode | "pending">();
  readonly #source: IndentedText;

  constructor(source: IndentedText) {
    this.#source = source;
  }

  read(node: Node | null): TemplateNode {
    if (node === null) return { kind: "scalar", value: null, offset: 0 };
    if (isAlias(node)) return this.#alias(node.source, this.#offsetOf(node));
    const anchor = "anchor" in node ? node.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, "pending");
    const value = applyTag("tag" in node ? node.tag : undefined, this.#content(node));
    if (anchor !== undefined) this.#anchors.set(anchor, value);
    return value;
  }

  #content(node: Node): TemplateNode {
    const offset = this.#offsetOf(node);
    if (isScalar(node)) return scalarNode(node, offset);
    if (isSeq(node)) {
      return { kind: "list", items: node.items.map((item) => this.read(item as Node | null)), offset };
    }
    if (!isMap(node)) return this.#conflict("this is no value of a template", offset);
    const entries = new Map<string, TemplateEntry>();
    const merged: TemplateNode[] = [];
    for (const pair of node.items) {
      const key = pair.key as Node | null;
      const value = this.read(pair.value as Node | null);
      const text = isScalar(key) ? String(key.value) : undefined;
      if (text === undefined) this.#conflict("a key of a template is a text", offset);
      else if (text === "<<" && isScalar(key) && key.type === "PLAIN") merged.push(value);
      else {
        const keyOffset = this.#offsetOf(key);
        addEntry(entries, text, { keyOffset, value: placed(value, keyOffset) }, this.problems);
      }
    }
    for (const source of merged) mergeInto(entries, source);
    return { kind: "map", entries, offset };
  }

  #alias(name: string, offset: number): TemplateNode {
    const value = resolveAlias(name, this.#anchors, offset);
    return value.kind === "conflict" ? this.#conflict(value.reason, offset) : value;
  }

  /** Where a node stands in the file. */
  #offsetOf(node: Node | null): number {
    return placeBefore(this.#source, node?.range?.[0] ?? 0);
  }

  #conflict(reason: string, offset: number): TemplateNode {
    this.problems.push({ message: reason, offset });
    return { kind: "conflict", reason, offset };
  }
}

/** An empty value has no place of its own. */
function placed(value: TemplateNode, keyOffset: number): TemplateNode {
  return value.kind === "scalar" && value.value === null && value.offset === 0
    ? { ...value, offset: keyOffset }
    : value;
}

function scalarNode(node: { readonly value: unknown; readonly type?: string }, offset: number): TemplateNode {
  const text = typeof node.value === "string" ? node.value : "";
  // what is not written stands at its key
  if (text === "" && node.type === "PLAIN") return { kind: "scalar", value: null, offset: 0 };
  return node.type === "PLAIN" || node.type === undefined
    ? plainScalarNode(text, offset)
    : { kind: "scalar", value: text, offset };
}
