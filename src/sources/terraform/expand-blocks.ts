import type { Resource } from "../../model/resource.ts";
import { parsePointer } from "../../model/pointer.ts";
import {
  Reference,
  Sensitive,
  Unknown,
  UnknownDocument,
  emptyMap,
  isValueList,
  isValueMap,
} from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { applyFeeds } from "./apply-feeds.ts";
import { attributeAt } from "./attribute-path.ts";
import { feedPath } from "./feed-path.ts";
import type { Expansion } from "./lens.ts";
import { locationOf, originOfAttribute } from "./origin-of-attribute.ts";
import type { TerraformResource } from "./terraform-resource.ts";
import { Unset } from "./unset.ts";

/** Blocks that are resources of their own in the canonical vocabulary, such as the routes inside a route table. */
export function expandBlocks(
  owner: Resource,
  written: TerraformResource,
  expansions: readonly Expansion[],
): readonly Resource[] {
  return expansions.flatMap((expansion) => expandOne({ owner, written, expansion }));
}

/** A resource, and the blocks of it that become resources. */
interface Expanded {
  readonly owner: Resource;
  readonly written: TerraformResource;
  readonly expansion: Expansion;
}

function expandOne(expanded: Expanded): readonly Resource[] {
  const { written, expansion } = expanded;
  const value = attributeAt(written.attributes, expansion.blocks);
  const blocks = value instanceof Sensitive ? value.value : value;
  if (blocks === undefined || blocks instanceof Unset) return [];
  const hidden = value instanceof Sensitive;
  // JSON text that is partly known is there, and tells what it knows
  if (blocks instanceof UnknownDocument && expansion.plain === true) {
    return expandPlain(expanded, blocks, hidden);
  }
  if (blocks instanceof Unknown) return [blockResource(expanded, expansion.blocks, blocks, false)];
  if (expansion.plain === true) return expandPlain(expanded, blocks, hidden);
  const list = isValueList(blocks) ? blocks : [blocks];
  return list.map((block, index) =>
    blockResource(expanded, `${expansion.blocks}[${String(index)}]`, block, hidden),
  );
}

function expandPlain(expanded: Expanded, value: Value, hidden: boolean): readonly Resource[] {
  if (value === "" || value === null) return [];
  const { blocks } = expanded.expansion;
  if (!isValueList(value)) return [blockResource(expanded, blocks, { [blocks]: value }, hidden)];
  return value.map((item, index) =>
    blockResource(expanded, `${blocks}[${String(index)}]`, { [blocks]: item }, hidden),
  );
}

/** A block that is unknown as a whole may be any number of them; it stands as one of which nothing is known. */
function blockResource(
  { owner, written, expansion }: Expanded,
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
  const uncertain = owner.uncertain ?? unknown;
  return {
    id: `${owner.id}.${path}`,
    address: `${owner.address}.${path}`,
    type: expansion.canonical,
    ...(owner.writtenType === undefined ? {} : { writtenType: owner.writtenType }),
    properties: { ...known, [expansion.parent]: new Reference(owner.id, "id") },
    declared: "here",
    identifiers: [],
    ...(owner.placement === undefined ? {} : { placement: owner.placement }),
    ...locationOf(written, path),
    ...(owner.calls === undefined ? {} : { calls: owner.calls }),
    ...(uncertain === undefined ? {} : { uncertain }),
    missing: (pointer) => unknown ?? notMapped(expansion, pointer),
    origin: (pointer) => {
      const inner = feedPath(expansion.properties, parsePointer(pointer));
      const attribute = inner === undefined || inner === "" ? path : attributeIn(expansion, path, inner);
      return originOfAttribute(written, attribute);
    },
  };
}

/** What feeds a property: `ingress[0].from_port` of blocks; of a plain attribute it begins with its name (`policy.Statement[1]`). */
function attributeIn({ blocks, plain }: Expansion, path: string, inner: string): string {
  if (plain !== true) return `${path}.${inner}`;
  return inner.startsWith(blocks) ? path + inner.slice(blocks.length) : path;
}

function notMapped(expansion: Expansion, pointer: string): Unknown | undefined {
  if (feedPath(expansion.properties, parsePointer(pointer)) !== undefined) return undefined;
  return new Unknown(`${pointer} is not mapped for the block ${expansion.blocks}`);
}
