import { memberOf, scalarText } from "../../../languages/cloudformation/template-node.ts";
import type { TemplateEntry, TemplateNode } from "../../../languages/cloudformation/template-node.ts";

/**
 * The properties of a resource with those of Globals: objects part by part, lists one after the other, and otherwise the
 * resource's own word. https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
 */
export function withGlobals(root: TemplateNode, section: string, resource: TemplateNode): TemplateNode {
  const own = memberOf(resource, "Properties");
  const globals = heeded(memberOf(memberOf(root, "Globals"), section), memberOf(resource, "IgnoreGlobals"));
  const none: TemplateNode = { kind: "map", entries: new Map(), offset: own?.offset ?? resource.offset };
  return merge(globals ?? none, own ?? none);
}

/** `IgnoreGlobals` is `"*"`, or a list of properties. */
function heeded(
  globals: TemplateNode | undefined,
  ignored: TemplateNode | undefined,
): TemplateNode | undefined {
  if (ignored === undefined || globals?.kind !== "map") return globals;
  if (ignored.kind !== "list") return undefined;
  const names = new Set(ignored.items.map(scalarText));
  return { ...globals, entries: new Map([...globals.entries].filter(([name]) => !names.has(name))) };
}

function merge(shared: TemplateNode, own: TemplateNode): TemplateNode {
  if (shared.kind === "list" && own.kind === "list") {
    return { ...own, items: [...shared.items, ...own.items] };
  }
  if (shared.kind !== "map" || own.kind !== "map" || isFunction(shared) || isFunction(own)) return own;
  const entries = new Map<string, TemplateEntry>(shared.entries);
  for (const [key, entry] of own.entries) {
    const before = shared.entries.get(key);
    entries.set(key, before === undefined ? entry : { ...entry, value: merge(before.value, entry.value) });
  }
  return { ...own, entries };
}

function isFunction(node: TemplateNode): boolean {
  if (node.kind !== "map" || node.entries.size !== 1) return false;
  return [...node.entries.keys()].every((key) => key === "Ref" || key.startsWith("Fn::"));
}
