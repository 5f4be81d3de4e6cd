import { isAlias, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { CollectionTag, Node, ScalarTag } from "yaml";
import { isYamlNestedTooDeep } from "../is-yaml-nested-too-deep.ts";
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
  const document = parseDocument(text, {
    schema: "failsafe",
    customTags: (tags) => [...tags, ...TAGS],
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "error",
  });
  const problems = document.errors.map(({ code, message, pos }) => ({
    message: explain(code, message),
    offset: pos[0],
  }));
  if (problems.length > 0 || document.contents === null) return { root: undefined, problems };
  const reader = new YamlReader();
  return { root: reader.read(document.contents), problems: reader.problems };
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

  read(node: Node | null): TemplateNode {
    if (node === null) return { kind: "scalar", value: null, offset: 0 };
    if (isAlias(node)) return this.#alias(node.source, offsetOf(node));
    const anchor = "anchor" in node ? node.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, "pending");
    const value = applyTag("tag" in node ? node.tag : undefined, this.#content(node));
    if (anchor !== undefined) this.#anchors.set(anchor, value);
    return value;
  }

  #content(node: Node): TemplateNode {
    const offset = offsetOf(node);
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
      else addEntry(entries, text, { keyOffset: offsetOf(key), value: placed(value, key) }, this.problems);
    }
    for (const source of merged) mergeInto(entries, source);
    return { kind: "map", entries, offset };
  }

  #alias(name: string, offset: number): TemplateNode {
    const value = resolveAlias(name, this.#anchors, offset);
    return value.kind === "conflict" ? this.#conflict(value.reason, offset) : value;
  }

  #conflict(reason: string, offset: number): TemplateNode {
    this.problems.push({ message: reason, offset });
    return { kind: "conflict", reason, offset };
  }
}

/** An empty value has no place of its own. */
function placed(value: TemplateNode, key: Node | null): TemplateNode {
  return value.kind === "scalar" && value.value === null && value.offset === 0
    ? { ...value, offset: offsetOf(key) }
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

function offsetOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}
