import type { Meter } from "./meter.ts";
import type { TemplateEntry, TemplateNode, TemplateScalar } from "./template-node.ts";
import { scalarText } from "./template-node.ts";

/** The texts that a loop runs over, or why they are not known. */
export type Collection = readonly string[] | { readonly reason: string };

/**
 * The template with each `Fn::ForEach::Name: [identifier, collection, body]` written out. A loop over a list that is not
 * known becomes one entry that says so.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html
 */
export function expandLoops(
  root: TemplateNode,
  collectionOf: (node: TemplateNode) => Collection,
  meter: Meter,
): TemplateNode {
  return new LoopExpander(collectionOf, meter).expand(root);
}

class LoopExpander {
  readonly #collectionOf: (node: TemplateNode) => Collection;
  readonly #meter: Meter;

  constructor(collectionOf: (node: TemplateNode) => Collection, meter: Meter) {
    this.#collectionOf = collectionOf;
    this.#meter = meter;
  }

  expand(node: TemplateNode): TemplateNode {
    if (!this.#meter.looped()) return tooMany(node.offset);
    if (node.kind === "list") return { ...node, items: node.items.map((item) => this.expand(item)) };
    if (node.kind !== "map") return node;
    const entries = new Map<string, TemplateEntry>();
    for (const [key, entry] of node.entries) {
      if (key.startsWith("Fn::ForEach::")) this.#loop(entry, entries);
      else entries.set(key, { ...entry, value: this.expand(entry.value) });
    }
    return { ...node, entries };
  }

  #loop(entry: TemplateEntry, entries: Map<string, TemplateEntry>): void {
    const [nameNode, collectionNode, body] = entry.value.kind === "list" ? entry.value.items : [];
    const name = scalarText(nameNode);
    if (name === undefined || collectionNode === undefined || body?.kind !== "map") return;
    const collection = this.#collectionOf(collectionNode);
    if ("reason" in collection) {
      const open: TemplateNode = { kind: "conflict", reason: collection.reason, offset: body.offset };
      for (const [key, inner] of this.#entriesOf(this.expand(this.#substitute(body, name, open)))) {
        entries.set(key, { ...inner, open: collection.reason });
      }
      return;
    }
    for (const text of collection) {
      if (this.#meter.exceeded !== undefined) return;
      const item: TemplateNode = { kind: "scalar", value: text, offset: body.offset };
      const written = this.expand(this.#substitute(body, name, item));
      for (const [key, inner] of this.#entriesOf(written)) entries.set(key, inner);
    }
  }

  #entriesOf(node: TemplateNode): ReadonlyMap<string, TemplateEntry> {
    return node.kind === "map" ? node.entries : new Map<string, TemplateEntry>();
  }

  /**
   * `${Name}` and `&{Name}` in keys and texts, and `{Ref: Name}`; the second form keeps letters and digits alone. Of an item
   * that is not known, keys keep the form and texts with it are not known either.
   */
  #substitute(node: TemplateNode, name: string, item: TemplateNode): TemplateNode {
    if (!this.#meter.looped()) return tooMany(node.offset);
    switch (node.kind) {
      case "conflict":
        return node;
      case "scalar":
        return substituteText(node, name, item);
      case "list":
        return { ...node, items: node.items.map((part) => this.#substitute(part, name, item)) };
      case "map": {
        if (node.entries.size === 1 && scalarText(node.entries.get("Ref")?.value) === name) {
          return { ...item, offset: node.offset };
        }
        const text = scalarText(item);
        const entries = new Map<string, TemplateEntry>();
        for (const [key, entry] of node.entries) {
          const written = text === undefined ? key : write(key, name, text);
          entries.set(written, { ...entry, value: this.#substitute(entry.value, name, item) });
        }
        return { ...node, entries };
      }
    }
  }
}

function substituteText(node: TemplateScalar, name: string, item: TemplateNode): TemplateNode {
  if (typeof node.value !== "string") return node;
  const text = scalarText(item);
  if (text !== undefined) return { ...node, value: write(node.value, name, text) };
  return write(node.value, name, "") === node.value ? node : { ...item, offset: node.offset };
}

function write(value: string, name: string, text: string): string {
  if (!value.includes("{")) return value;
  return value
    .replaceAll(`\${${name}}`, () => text)
    .replaceAll(`&{${name}}`, () => text.replaceAll(/[^A-Za-z0-9]/gu, ""));
}

function tooMany(offset: number): TemplateNode {
  return { kind: "conflict", reason: "the loops of the template write more than genoscan evaluates", offset };
}
