import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Lens } from "./lens.ts";
import { lensOf } from "./lens-index.ts";
import type { ReadResource } from "./read-resource.ts";
import { realType } from "./real-type.ts";
import type { TerraformResource } from "./terraform-resource.ts";

/** The resources of one type, in the order of the input. */
export interface OfType {
  readonly lens: Lens | undefined;
  readonly reads: readonly ReadResource[];
}

/** By type: many resources are of few types, so what the type decides need not be asked of each. */
export type ByType = ReadonlyMap<string, OfType>;

/** Resources with the lenses that read them. */
export interface ReadResources {
  /** In the order of the input. */
  readonly all: readonly ReadResource[];
  readonly byType: ByType;
}

interface Collected extends OfType {
  readonly reads: ReadResource[];
}

export function readResources(
  written: readonly TerraformResource[],
  diagnostics: Diagnostic[],
): ReadResources {
  const all: ReadResource[] = [];
  const byType = new Map<string, Collected>();
  written.forEach((resource) => {
    const type = realType(resource, diagnostics);
    const known = byType.get(type);
    const own = known ?? { lens: lensOf(type), reads: [] };
    if (known === undefined) byType.set(type, own);
    const read = { resource, lens: own.lens };
    own.reads.push(read);
    all.push(read);
  });
  return { all, byType };
}

/** The resources with others in the place of some of the types. */
export function replaceSome(
  { all, byType }: ReadResources,
  types: ReadonlySet<string>,
  replace: (read: ReadResource) => ReadResource,
): ReadResources {
  const others = new Map<ReadResource, ReadResource>();
  const changed = new Map<string, OfType>(byType);
  for (const type of types) {
    const own = byType.get(type);
    if (own === undefined) continue;
    for (const read of own.reads) others.set(read, replace(read));
    changed.set(type, { lens: own.lens, reads: own.reads.map((read) => others.get(read) ?? read) });
  }
  return { all: all.map((read) => others.get(read) ?? read), byType: changed };
}

/** Those of the types that are no settings of other resources. */
export function withoutSatellites(byType: ByType): ByType {
  return new Map([...byType].filter(([, { lens }]) => lens?.fold === undefined));
}
