import type { JsonMember, JsonNode } from "./parse-arm-json.ts";

/** The member of an object with a key in any case, as ARM reads templates; the last one that is written. */
export function memberOf(node: JsonNode | undefined, key: string): JsonMember | undefined {
  if (node?.kind !== "object") return undefined;
  const lower = key.toLowerCase();
  return node.members.findLast((member) => member.key.toLowerCase() === lower);
}

export function valueOf(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return memberOf(node, key)?.value;
}

export function textAt(node: JsonNode | undefined, key: string): string | undefined {
  const value = valueOf(node, key);
  return value?.kind === "scalar" && typeof value.value === "string" ? value.value : undefined;
}

export function isTrueAt(node: JsonNode | undefined, key: string): boolean {
  const value = valueOf(node, key);
  return value?.kind === "scalar" && value.value === true;
}

export function membersOf(node: JsonNode | undefined): readonly JsonMember[] {
  return node?.kind === "object" ? node.members : [];
}

export function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.kind === "array" ? node.items : [];
}
