/** A value of a template with its place. Short forms (`!Ref x`) stand as their long ones (`{Ref: x}`). */
export type TemplateNode = TemplateScalar | TemplateList | TemplateMap | TemplateConflict;

export interface TemplateScalar {
  readonly kind: "scalar";
  /** A number only when its digits are written as JavaScript writes them: `012` and `1.10` stay text. */
  readonly value: string | number | boolean | null;
  readonly offset: number;
  /** The word of a boolean that is written as `yes` or `off`: as a name it is that word. */
  readonly word?: string;
}

export interface TemplateList {
  readonly kind: "list";
  readonly items: readonly TemplateNode[];
  readonly offset: number;
}

export interface TemplateMap {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, TemplateEntry>;
  readonly offset: number;
}

export interface TemplateEntry {
  readonly keyOffset: number;
  readonly value: TemplateNode;
  /** Why nobody knows how often the entry is there, or under which names: a loop over a list that is not known. */
  readonly open?: string;
}

/** What cannot be read as one value: a key that stands twice, an alias inside of what it names. */
export interface TemplateConflict {
  readonly kind: "conflict";
  readonly reason: string;
  readonly offset: number;
}

/** Something wrong in a template, where it stands. */
export interface TemplateProblem {
  readonly message: string;
  readonly offset: number;
}

/** A template as it is written. `root` is missing when the text cannot be read at all. */
export interface ParsedTemplate {
  readonly root: TemplateNode | undefined;
  readonly problems: readonly TemplateProblem[];
}

/** The value of a key of a map; nothing for what is no map. */
export function memberOf(node: TemplateNode | undefined, key: string): TemplateNode | undefined {
  return node?.kind === "map" ? node.entries.get(key)?.value : undefined;
}

/** The text of a scalar, where it is a name or a word of the template. */
export function scalarText(node: TemplateNode | undefined): string | undefined {
  return node?.kind === "scalar" && node.value !== null ? (node.word ?? String(node.value)) : undefined;
}

/** The text that CloudFormation makes of a scalar, as it does of every number and of the values of parameters. */
export function valueText(node: TemplateNode | undefined): string | undefined {
  return node?.kind === "scalar" && node.value !== null ? String(node.value) : undefined;
}

/** The one key and the value of `{Ref: x}` or `{Fn::Name: x}`; nothing for other nodes. */
export function intrinsicOf(
  node: TemplateNode,
): { readonly name: string; readonly argument: TemplateNode } | undefined {
  if (node.kind !== "map" || node.entries.size !== 1) return undefined;
  for (const [name, { value }] of node.entries) {
    if (name === "Ref" || name.startsWith("Fn::")) return { name, argument: value };
  }
  return undefined;
}
