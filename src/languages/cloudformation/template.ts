import { Unknown } from "../../model/value.ts";
import { memberOf, scalarText } from "./template-node.ts";
import type { TemplateNode } from "./template-node.ts";

/** The sections of a template, by their names. What is not there is an empty section. */
export interface Template {
  readonly parameters: ReadonlyMap<string, TemplateNode>;
  readonly mappings: ReadonlyMap<string, TemplateNode>;
  readonly conditions: ReadonlyMap<string, TemplateNode>;
  readonly resources: ReadonlyMap<string, TemplateNode>;
  readonly outputs: ReadonlyMap<string, TemplateNode>;
  readonly rules: ReadonlyMap<string, TemplateNode>;
  /** Names of macros, in the order in which they are applied. */
  readonly transforms: readonly string[];
  /** Where the names of resources and outputs stand. */
  readonly places: ReadonlyMap<string, number>;
  /** Resources of a loop over a list that is not known, and why. */
  readonly open: ReadonlyMap<string, Unknown>;
  readonly root: TemplateNode;
}

/** Reads the sections of a template whose loops are written out. */
export function readTemplate(root: TemplateNode): Template {
  return {
    parameters: section(root, "Parameters"),
    mappings: section(root, "Mappings"),
    conditions: section(root, "Conditions"),
    resources: section(root, "Resources"),
    outputs: section(root, "Outputs"),
    rules: section(root, "Rules"),
    transforms: transformsOf(root),
    places: placesOf(memberOf(root, "Resources")),
    open: openOf(memberOf(root, "Resources")),
    root,
  };
}

/** `Transform` is a name, a list of them, or `{Name, Parameters}`. */
export function transformsOf(root: TemplateNode): readonly string[] {
  const node = memberOf(root, "Transform");
  const items = node === undefined ? [] : node.kind === "list" ? node.items : [node];
  return items.flatMap((item) => scalarText(item) ?? scalarText(memberOf(item, "Name")) ?? []);
}

function section(root: TemplateNode, name: string): ReadonlyMap<string, TemplateNode> {
  const node = memberOf(root, name);
  if (node?.kind !== "map") return new Map();
  const entries = new Map<string, TemplateNode>();
  // a macro in a section adds to it, and is told; it is no resource
  for (const [key, { value }] of node.entries) if (key !== "Fn::Transform") entries.set(key, value);
  return entries;
}

function placesOf(node: TemplateNode | undefined): ReadonlyMap<string, number> {
  if (node?.kind !== "map") return new Map();
  return new Map([...node.entries].map(([key, { keyOffset }]) => [key, keyOffset]));
}

function openOf(node: TemplateNode | undefined): ReadonlyMap<string, Unknown> {
  const open = new Map<string, Unknown>();
  if (node?.kind !== "map") return open;
  for (const [key, entry] of node.entries) {
    if (entry.open !== undefined) open.set(key, new Unknown(entry.open));
  }
  return open;
}
