import type { JsonMember, JsonNode } from "./json-node.ts";
import { readJson } from "./read-json.ts";
import type { JsonBuilder } from "./read-json.ts";

/** Parses a JSON text into nodes with places. Throws an HclSyntaxError. */
export function parseJson(text: string): JsonNode {
  return readJson(text, NODES);
}

const NODES: JsonBuilder<JsonNode, JsonMember[]> = {
  string: (value, start, end) => ({ kind: "string", value, start, end }),
  number: (start, end) => ({ kind: "number", start, end }),
  keyword: (value, start, end) => ({ kind: "keyword", value, start, end }),
  array: (items, start, end) => ({ kind: "array", items, start, end }),
  open: () => [],
  add: (members, { value: name, start, end }, value) => {
    members.push({ name: { kind: "string", value: name, start, end }, value });
  },
  object: (members, start, end) => ({ kind: "object", members, start, end }),
};
