import type {
  TemplateEntry,
  TemplateMap,
  TemplateNode,
} from "../../../languages/cloudformation/template-node.ts";

// Nodes that SAM writes: each has the place of what it is made from.

/** Resources that SAM makes of one, by their logical ids. */
export type Made = readonly (readonly [string, TemplateNode])[];

/** A map of those of its parts that are there. */
export function mapOf(
  parts: Readonly<Record<string, TemplateNode | undefined>>,
  offset: number,
): TemplateMap {
  const entries = new Map<string, TemplateEntry>();
  for (const [key, value] of Object.entries(parts)) {
    if (value !== undefined) entries.set(key, { keyOffset: value.offset, value });
  }
  return { kind: "map", entries, offset };
}

export function listOf(items: readonly TemplateNode[], offset: number): TemplateNode {
  return { kind: "list", items, offset };
}

export function textNode(value: string | boolean, offset: number): TemplateNode {
  return { kind: "scalar", value, offset };
}

export function refNode(name: string, offset: number): TemplateNode {
  return mapOf({ Ref: textNode(name, offset) }, offset);
}

export function getAttNode(name: string, attribute: string, offset: number): TemplateNode {
  return mapOf(
    { "Fn::GetAtt": listOf([textNode(name, offset), textNode(attribute, offset)], offset) },
    offset,
  );
}

/** `{Effect: Allow, …}`, as the only statement of a document. */
export function allowing(
  statement: Readonly<Record<string, TemplateNode | undefined>>,
  offset: number,
): TemplateNode {
  const only = mapOf({ Effect: textNode("Allow", offset), ...statement }, offset);
  return mapOf({ Version: textNode("2012-10-17", offset), Statement: listOf([only], offset) }, offset);
}

/** What lets a service take a role. */
export function trustOf(service: string, offset: number): TemplateNode {
  return allowing(
    {
      Action: listOf([textNode("sts:AssumeRole", offset)], offset),
      Principal: mapOf({ Service: listOf([textNode(service, offset)], offset) }, offset),
    },
    offset,
  );
}

/** The items of a list; one that stands alone is the only one. */
export function itemsOf(node: TemplateNode | undefined): readonly TemplateNode[] {
  if (node === undefined) return [];
  return node.kind === "list" ? node.items : [node];
}

/** What SAM alone decides. */
export function undecided(reason: string, offset: number): TemplateNode {
  return { kind: "conflict", reason, offset };
}

/** The members of a map under their own names. */
export function pick(node: TemplateNode | undefined, names: readonly string[]): Record<string, TemplateNode> {
  const picked: Record<string, TemplateNode> = {};
  for (const name of names) {
    const value = node?.kind === "map" ? node.entries.get(name)?.value : undefined;
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}

/** SAM has tags as an object, CloudFormation as a list. */
export function tagList(node: TemplateNode | undefined): TemplateNode | undefined {
  if (node?.kind !== "map") return node;
  const items = [...node.entries].map(([key, { keyOffset, value }]) =>
    mapOf({ Key: textNode(key, keyOffset), Value: value }, keyOffset),
  );
  return listOf(items, node.offset);
}

/** A resource with the condition and the policies of the one that it is made from. */
export function resourceNode(type: string, properties: TemplateNode, source: TemplateNode): TemplateNode {
  return mapOf(
    {
      Type: textNode(type, source.offset),
      ...pick(source, ["Condition", "DeletionPolicy", "UpdateReplacePolicy", "DependsOn", "Metadata"]),
      Properties: properties,
    },
    source.offset,
  );
}
