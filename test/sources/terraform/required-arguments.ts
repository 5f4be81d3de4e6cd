import { providerShape } from "../../../src/sources/terraform/folder/provider-shapes.ts";
import type { BodyShape } from "../../../src/languages/hcl/evaluator/body-shape.ts";
import { OPTIONAL_IN_AZURERM_5 } from "./azurerm-5.ts";
import { providerType } from "./provider-schema.ts";
import type { Level } from "./provider-schema.ts";

/** What a type, or a block of it, cannot be without. */
export interface Required {
  readonly attributes: readonly string[];
  /** How many there have to be of each. */
  readonly blocks: ReadonlyMap<string, number>;
  /** Every block that there may be. */
  readonly inner: (block: string) => Required | undefined;
}

export function requiredArguments(type: string): Required | undefined {
  const shape = type.startsWith("aws_") ? providerShape(type) : undefined;
  if (shape !== undefined) return ofShape(shape);
  const level = providerType(type);
  if (level === undefined) return undefined;
  const required = ofLevel(level);
  const optional = OPTIONAL_IN_AZURERM_5[type] ?? [];
  return { ...required, blocks: new Map([...required.blocks].filter(([name]) => !optional.includes(name))) };
}

function ofShape({ attributes, blocks }: BodyShape): Required {
  return {
    attributes: [...attributes].filter(([, { isRequired }]) => isRequired).map(([name]) => name),
    blocks: new Map([...blocks].filter(([, { min }]) => min > 0).map(([name, { min }]) => [name, min])),
    inner: (block) => {
      const body = blocks.get(block)?.body;
      return body && ofShape(body);
    },
  };
}

function ofLevel({ attributes = {}, blocks = {} }: Level): Required {
  return {
    attributes: namesOfRequired(attributes),
    blocks: new Map(namesOfRequired(blocks).map((name) => [name, 1])),
    inner: (block) => {
      const level = Object.hasOwn(blocks, block) ? blocks[block] : undefined;
      return level && ofLevel(level);
    },
  };
}

function namesOfRequired(members: Readonly<Record<string, { readonly required?: true }>>): readonly string[] {
  return Object.keys(members).filter((name) => members[name]?.required === true);
}
