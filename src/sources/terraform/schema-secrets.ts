import shapes from "./folder/aws-shapes.json" with { type: "json" };

/** A tree of the attributes that a type's schema marks as sensitive; `*` stands for every item of a block. */
export type SecretTree = true | { readonly [name: string]: SecretTree };

const TYPES = shapes.types as unknown as Readonly<Record<string, unknown>>;
const FOUND = new Map<string, SecretTree | undefined>();

/** The attributes of a type of hashicorp/aws that its schema marks as sensitive. `undefined` when its schema is not known. */
export function schemaSecrets(type: string): SecretTree | undefined {
  if (!FOUND.has(type)) {
    const body = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
    FOUND.set(type, body === undefined ? undefined : treeOf(body));
  }
  return FOUND.get(type);
}

/** The form of aws-shapes.json is told in scripts/extract-aws-shapes.mjs. */
function treeOf(body: unknown): SecretTree {
  const tree: Record<string, SecretTree> = {};
  for (const [name, part] of Object.entries(body as Readonly<Record<string, unknown>>)) {
    if (name === "~") continue;
    if (typeof part === "string" || Array.isArray(part)) {
      if (flagsOf(part).includes("x")) tree[name] = true;
      continue;
    }
    const inner = treeOf(part);
    // a block is a list of objects, or one object
    if (inner !== true && Object.keys(inner).length > 0) tree[name] = { ...inner, "*": inner };
  }
  return tree;
}

function flagsOf(attribute: string | readonly unknown[]): string {
  if (typeof attribute === "string") return attribute.slice(1);
  const flags = attribute[1];
  return typeof flags === "string" ? flags : "";
}
