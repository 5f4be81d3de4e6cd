import { HclSyntaxError } from "../hcl/hcl-syntax-error.ts";
import { readJson } from "../hcl/read-json.ts";
import type { JsonBuilder } from "../hcl/read-json.ts";
import { readNumber } from "./read-scalar.ts";
import type { ParsedTemplate, TemplateEntry, TemplateNode, TemplateProblem } from "./template-node.ts";

/** Reads a template in JSON. Never throws. */
export function parseTemplateJson(text: string): ParsedTemplate {
  try {
    const problems: TemplateProblem[] = [];
    return { root: readJson(text, nodesOf(text, problems)), problems };
  } catch (error) {
    if (!(error instanceof HclSyntaxError)) throw error;
    return { root: undefined, problems: [{ message: error.message, offset: error.start }] };
  }
}

function nodesOf(
  text: string,
  problems: TemplateProblem[],
): JsonBuilder<TemplateNode, Map<string, TemplateEntry>> {
  return {
    string: (value, offset) => ({ kind: "scalar", value, offset }),
    number: (offset, end) => ({ kind: "scalar", value: readNumber(text.slice(offset, end)), offset }),
    keyword: (value, offset) => ({ kind: "scalar", value, offset }),
    array: (items, offset) => ({ kind: "list", items, offset }),
    open: () => new Map(),
    add: (entries, name, value) => addEntry(entries, name.value, { keyOffset: name.start, value }, problems),
    object: (entries, offset) => ({ kind: "map", entries, offset }),
  };
}

/** Adds a key. One that stands twice has no certain value, and is told. */
export function addEntry(
  entries: Map<string, TemplateEntry>,
  key: string,
  entry: TemplateEntry,
  problems: TemplateProblem[],
): void {
  const { size } = entries;
  entries.set(key, entry);
  if (entries.size > size) return;
  const reason = `the key ${JSON.stringify(key.slice(0, 100))} stands twice in one object`;
  problems.push({ message: reason, offset: entry.keyOffset });
  entries.set(key, {
    keyOffset: entry.keyOffset,
    value: { kind: "conflict", reason, offset: entry.value.offset },
  });
}
