import type { Resource } from "../../model/resource.ts";
import { parsePointer } from "../../model/pointer.ts";
import { Reference, Sensitive, Unknown, emptyMap, isValueList, isValueMap } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { applyFeeds, attributeAt } from "./apply-feeds.ts";
import { feedPath } from "./feed-path.ts";
import type { Expansion } from "./lens.ts";
import type { TerraformResource } from "./terraform-resource.ts";
import { Unset } from "./unset.ts";

/** Blocks that are resources of their own in the canonical vocabulary, such as the routes inside a route table. */
export function expandBlocks(
  owner: Resource,
  written: TerraformResource,
  expansions: readonly Expansion[],
): readonly Resource[] {
  return expansions.flatMap((expansion) => expandOne(owner, written, expansion));
}

function expandOne(owner: Resource, written: TerraformResource, expansion: Expansion): readonly Resource[] {
  const value = attributeAt(written.attributes, expansion.blocks);
  const blocks = value instanceof Sensitive ? value.value : value;
  if (blocks === undefined || blocks instanceof Unset) return [];
  if (blocks instanceof Unknown) return [expanded(owner, expansion, expansion.blocks, blocks, false)];
  if (expansion.plain === true) return expandPlain(owner, expansion, blocks, value instanceof Sensitive);
  const list = isValueList(blocks) ? blocks : [blocks];
  return list.map((block, index) =>
    expanded(owner, expansion, `${expansion.blocks}[${String(index)}]`, block, value instanceof Sensitive),
  );
}

function expandPlain(
  owner: Resource,
  expansion: Expansion,
  value: Value,
  hidden: boolean,
): readonly Resource[] {
  if (value === "" || value === null) return [];
  const { blocks } = expansion;
  if (!isValueList(value)) return [expanded(owner, expansion, blocks, { [blocks]: value }, hidden)];
  return value.map((item, index) =>
    expanded(owner, expansion, `${blocks}[${String(index)}]`, { [blocks]: item }, hidden),
  );
}

/** A block that is unknown as a whole may be any number of them; it stands as one of which nothing is known. */
function expanded(
  owner: Resource,
  expansion: Expansion,
  path: string,
  value: Value,
  hidden: boolean,
): Resource {
  const block = value instanceof Sensitive ? value.value : value;
  const known = isValueMap(block) ? applyFeeds(expansion.properties, block) : emptyMap();
  if (hidden || value instanceof Sensitive) {
    for (const key of Object.keys(known)) known[key] = new Sensitive(known[key] ?? null);
  }
  const unknown = block instanceof Unknown ? block : undefined;
  return {
    id: `${owner.id}.${path}`,
    address: `${owner.address}.${path}`,
    type: expansion.canonical,
    ...(owner.writtenType === undefined ? {} : { writtenType: owner.writtenType }),
    properties: { ...known, [expansion.parent]: new Reference(owner.id, "id") },
    declared: "here",
    identifiers: [],
    ...(owner.placement === undefined ? {} : { placement: owner.placement }),
    ...(owner.location === undefined ? {} : { location: owner.location }),
    missing: (pointer) => unknown ?? notMapped(expansion, pointer),
    origin: (pointer) => {
      const inner = feedPath(expansion.properties, parsePointer(pointer));
      const attribute =
        inner === undefined || inner === "" || expansion.plain === true ? path : `${path}.${inner}`;
      return {
        address: owner.address,
        attribute,
        ...(owner.location === undefined ? {} : { location: owner.location }),
      };
    },
  };
}

function notMapped(expansion: Expansion, pointer: string): Unknown | undefined {
  if (feedPath(expansion.properties, parsePointer(pointer)) !== undefined) return undefined;
  return new Unknown(`${pointer} is not mapped for the block ${expansion.blocks}`);
}
