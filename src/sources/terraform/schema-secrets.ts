import type { BodyShape } from "../../languages/hcl/evaluator/body-shape.ts";
import { providerShape } from "./folder/provider-shapes.ts";

/** A tree of the attributes that a type's schema marks as sensitive; `*` stands for every item of a block. */
export type SecretTree = true | { readonly [name: string]: SecretTree };

const FOUND = new Map<string, SecretTree | undefined>();

/** The attributes of a type of hashicorp/aws that its schema marks as sensitive. `undefined` when its schema is not known. */
export function schemaSecrets(type: string): SecretTree | undefined {
  if (!FOUND.has(type)) {
    const shape = providerShape(type);
    FOUND.set(type, shape === undefined ? undefined : treeOf(shape));
  }
  return FOUND.get(type);
}

function treeOf({ attributes, blocks }: BodyShape): SecretTree {
  const tree: Record<string, SecretTree> = {};
  for (const [name, { isSensitive }] of attributes) if (isSensitive) tree[name] = true;
  for (const [name, { body }] of blocks) {
    const inner = treeOf(body);
    // a block is a list of objects, or one object
    if (inner !== true && Object.keys(inner).length > 0) tree[name] = { ...inner, "*": inner };
  }
  return tree;
}
