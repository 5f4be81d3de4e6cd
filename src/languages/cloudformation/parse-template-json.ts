import { HclSyntaxError } from "../hcl/hcl-syntax-error.ts";
import type { JsonNode } from "../hcl/json-node.ts";
import { parseJson } from "../hcl/parse-json.ts";
import { readNumber } from "./read-scalar.ts";
import type { ParsedTemplate, TemplateEntry, TemplateNode, TemplateProblem } from "./template-node.ts";

/** Reads a template in JSON. Never throws. */
export function parseTemplateJson(text: string): ParsedTemplate {
  try {
    const problems: TemplateProblem[] = [];
    return { root: convert(parseJson(text), text, problems), problems };
  } catch (error) {
    if (!(error instanceof HclSyntaxError)) throw error;
    return { root: undefined, problems: [{ message: error.message, offset: error.start }] };
  }
}

function convert(node: JsonNode, text: string, problems: TemplateProblem[]): TemplateNode {
  const offset = node.start;
  switch (node.kind) {
    case "string":
    case "keyword":
      return { kind: "scalar", value: node.value, offset };
    case "number":
      return { kind: "scalar", value: readNumber(text.slice(node.start, node.end)), offset };
    case "array":
      return { kind: "list", items: node.items.map((item) => convert(item, text, problems)), offset };
    case "object": {
      const entries = new Map<string, TemplateEntry>();
      for (const { name, value } of node.members) {
        const read = convert(value, text, problems);
        addEntry(entries, name.value, { keyOffset: name.start, value: read }, problems);
      }
      return { kind: "map", entries, offset };
    }
  }
}

/** Adds a key. One that stands twice has no certain value, and is told. */
export function addEntry(
  entries: Map<string, TemplateEntry>,
  key: string,
  entry: TemplateEntry,
  problems: TemplateProblem[],
): void {
  if (!entries.has(key)) {
    entries.set(key, entry);
    return;
  }
  const reason = `the key ${JSON.stringify(key.slice(0, 100))} stands twice in one object`;
  problems.push({ message: reason, offset: entry.keyOffset });
  entries.set(key, {
    keyOffset: entry.keyOffset,
    value: { kind: "conflict", reason, offset: entry.value.offset },
  });
}
