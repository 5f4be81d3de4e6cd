import type { Resource } from "../model/resource.ts";

/** The sentence of a rule about a resource: `{address}`, `{type}` and `{name}` replaced, once and in one go. */
export function formatMessage(template: string, resource: Resource | undefined): string {
  if (!template.includes("{")) return template;
  return template.replace(/\{(address|type|name)\}/g, (word, key: "address" | "type" | "name") => {
    if (resource === undefined) return key === "type" ? "the type" : "the input";
    return resource[key] ?? (key === "name" ? resource.address : word);
  });
}
