import type { TemplateEntry, TemplateNode } from "./template-node.ts";

/** The short forms of functions are tags: `!GetAtt x` is `{Fn::GetAtt: x}`, `!Ref x` is `{Ref: x}`. Other tags say nothing. */
export function applyTag(tag: string | undefined, content: TemplateNode): TemplateNode {
  if (tag === undefined || !/^!\w/.test(tag)) return content;
  const name = tag.slice(1);
  const key = name === "Ref" || name === "Condition" ? name : `Fn::${name}`;
  const { offset } = content;
  return { kind: "map", entries: new Map([[key, { keyOffset: offset, value: content }]]), offset };
}

/** What stands at an anchor; `pending` while it is read. */
export type Anchors = ReadonlyMap<string, TemplateNode | "pending">;

export function resolveAlias(name: string, anchors: Anchors, offset: number): TemplateNode {
  const value = anchors.get(name);
  if (value === undefined) {
    return { kind: "conflict", reason: `there is no anchor &${name} before the alias *${name}`, offset };
  }
  return value === "pending"
    ? { kind: "conflict", reason: `the alias *${name} stands inside of what it names`, offset }
    : value;
}

/** The entries that `<<` takes in from another map; what the map has itself wins. */
export function mergeInto(entries: Map<string, TemplateEntry>, source: TemplateNode): void {
  if (source.kind === "list") {
    for (const item of source.items) mergeInto(entries, item);
    return;
  }
  if (source.kind !== "map") return;
  for (const [key, entry] of source.entries) if (!entries.has(key)) entries.set(key, entry);
}
