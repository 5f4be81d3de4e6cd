import type { Resource } from "../model/resource.ts";

/** The sentence of a rule about a resource: `{address}`, `{type}` and `{name}` replaced, once and in one go. */
export function formatMessage(template: string, resource: Resource | undefined): string {
  if (!template.includes("{")) return template;
  const parts = partsOf(template);
  let message = "";
  // texts and keys by turns
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? "";
    message += at % 2 === 0 ? part : wordFor(part, resource);
  }
  return message;
}

const PARTS = new Map<string, readonly string[]>();

/** A rule speaks of many resources, so its template is taken apart once. */
function partsOf(template: string): readonly string[] {
  const parts = PARTS.get(template) ?? template.split(/\{(address|type|name)\}/);
  PARTS.set(template, parts);
  return parts;
}

function wordFor(key: string, resource: Resource | undefined): string {
  if (resource === undefined) return key === "type" ? "the type" : "the input";
  if (key === "type") return resource.type;
  return key === "name" ? (resource.name ?? resource.address) : resource.address;
}
