import type { Diagnostic } from "../../model/diagnostic.ts";
import { parsePointer } from "../../model/pointer.ts";
import { resourceElsewhere } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Sensitive, Unknown, emptyMap, isSensitive, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { attributeAt } from "./apply-feeds.ts";
import { applyAzapiUpdates } from "./apply-azapi-updates.ts";
import { azapiResource } from "./azapi-resource.ts";
import { dropRemoved } from "./drop-removed.ts";
import { expandBlocks } from "./expand-blocks.ts";
import { feedPath } from "./feed-path.ts";
import { findParents } from "./find-parents.ts";
import type { Parents } from "./find-parents.ts";
import { kubernetesManifest } from "./kubernetes-manifest.ts";
import { DEFAULT_IDENTIFIERS } from "./lens.ts";
import type { Fold, Lens } from "./lens.ts";
import { hideSecretsOfShape } from "./hide-secrets-of-shape.ts";
import { hideSettings } from "./hide-settings.ts";
import { lensOf, unmapped } from "./lens-index.ts";
import { loosenProperties } from "./loosen-properties.ts";
import { originIn, propertiesOf } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { mergeProperties } from "./merge-properties.ts";
import { locationOf } from "./origin-of-attribute.ts";
import { realType } from "./real-type.ts";
import { supersedeAttributes } from "./supersede-attributes.ts";
import { spreadResource } from "./spread-resource.ts";
import type { TerraformResource } from "./terraform-resource.ts";
import { Unset } from "./unset.ts";

export interface BuiltResources {
  readonly resources: readonly Resource[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Terraform resources as resources of the graph: translated by their lenses, with their satellites folded in. `removed`
 * are those that the plan deletes, and those that it changes as they were before: what other resources still show of
 * them does not count.
 */
export function buildResources(
  written: readonly TerraformResource[],
  removed: readonly TerraformResource[] = [],
): BuiltResources {
  const diagnostics: Diagnostic[] = [];
  const lensed = supersedeAttributes(written, removed).map((resource) => ({
    resource,
    lens: lensOf(realType(resource, diagnostics)),
  }));
  const parents: TerraformResource[] = [];
  const satellites: Satellite[] = [];
  for (const { resource, lens } of lensed) {
    if (lens?.fold === undefined) parents.push(resource);
    else satellites.push({ resource, lens, fold: lens.fold });
  }
  const folded = groupSatellites(satellites, findParents(parents, satellites));
  const resources = lensed
    .filter(({ lens }) => lens?.fold === undefined)
    .flatMap(({ resource, lens }) =>
      lens === undefined ? [withoutLens(resource)] : withLens(resource, lens, satellitesOf(resource, folded)),
    );
  const built = applyAzapiUpdates([...resources, ...folded.elsewhere.map(parentElsewhere)], written);
  return { resources: dropRemoved(built, written, removed.flatMap(removedResource)), diagnostics };
}

/** What the plan deletes or changes, as it was, in the words of the graph. */
function removedResource(resource: TerraformResource): readonly Resource[] {
  const lens = lensOf(resource.type);
  return lens === undefined || lens.fold !== undefined ? [] : withLens(resource, lens, NO_SATELLITES);
}

const NO_SATELLITES: Satellites = { certain: [], possible: [] };

interface Satellite extends Piece {
  readonly fold: Fold;
}

interface Satellites {
  /** Those that certainly belong to the resource. */
  readonly certain: Piece[];
  /** Those that may: their parent is unknown, or one of several. */
  readonly possible: Piece[];
}

interface Folded {
  readonly of: ReadonlyMap<string, Satellites>;
  /** By type: those that may belong to any resource of it, one for each type of satellite. */
  readonly ofAny: ReadonlyMap<string, ReadonlyMap<string, Piece>>;
  readonly elsewhere: readonly {
    readonly identifier: string;
    readonly type: string;
    readonly pieces: readonly Piece[];
  }[];
}

function satellitesOf({ id, type }: TerraformResource, { of, ofAny }: Folded): Satellites {
  const own = of.get(id) ?? NO_SATELLITES;
  const shared = ofAny.get(type);
  return shared === undefined
    ? own
    : { certain: own.certain, possible: [...own.possible, ...shared.values()] };
}

function groupSatellites(satellites: readonly Piece[], parentsOf: ReadonlyMap<string, Parents>): Folded {
  const of = new Map<string, Satellites>();
  const ofAny = new Map<string, Map<string, Piece>>();
  const elsewhere = new Map<string, { identifier: string; type: string; pieces: Piece[] }>();
  for (const piece of satellites) {
    const parents = parentsOf.get(piece.resource.id);
    if (parents === undefined) continue;
    if (parents.elsewhere !== undefined) {
      const key = `${piece.lens.canonical} ${parents.elsewhere}`;
      const known = elsewhere.get(key) ?? {
        identifier: parents.elsewhere,
        type: piece.lens.canonical,
        pieces: [],
      };
      known.pieces.push(piece);
      elsewhere.set(key, known);
    }
    for (const type of parents.anyOf ?? []) {
      const shared = ofAny.get(type) ?? new Map<string, Piece>();
      ofAny.set(type, shared.set(piece.resource.type, piece));
    }
    for (const id of parents.ids) {
      const own = of.get(id) ?? { certain: [], possible: [] };
      (parents.certain ? own.certain : own.possible).push(piece);
      of.set(id, own);
    }
  }
  return { of, ofAny, elsewhere: [...elsewhere.values()] };
}

function withLens(resource: TerraformResource, lens: Lens, satellites: Satellites): readonly Resource[] {
  const pieces = [{ resource, lens }, ...satellites.certain];
  const properties = joinPieces(pieces);
  for (const piece of satellites.possible) loosenProperties(properties, propertiesOf(piece), maySet(piece));
  const main: Resource = {
    ...common(resource, lens),
    type: lens.canonical,
    properties,
    ...(satellites.certain.length > 0
      ? { absorbed: satellites.certain.map((piece) => piece.resource.id) }
      : {}),
    missing: missingIn(lens, satellites.possible),
    origin: originIn(pieces, lens),
  };
  const written = variantsOf(main, resource, lens).flatMap((variant) => spreadResource(variant, lens));
  return lens.expand === undefined ? written : [...written, ...expandBlocks(main, resource, lens.expand)];
}

function joinPieces([first, ...more]: readonly Piece[]): Record<string, Value> {
  let joined = first === undefined ? emptyMap() : propertiesOf(first);
  for (const piece of more) joined = mergeProperties(joined, propertiesOf(piece));
  return first === undefined ? joined : hideSecretsOfShape(first.lens.canonical, joined);
}

function maySet({ resource, lens }: Piece): Unknown {
  const by = lens.fold?.by ?? "";
  const named = plain(attributeAt(resource.attributes, by));
  return new Unknown(
    typeof named === "string"
      ? `${resource.address} may set it: it is for ${JSON.stringify(named)}, and the name here is not known before apply`
      : `${resource.address} may set it: its ${by} is not known before apply`,
  );
}

/** The resource as what the attribute that decides makes it; as each that it may be, where that is not known. */
function variantsOf(
  main: Resource,
  { attributes }: TerraformResource,
  { variants }: Lens,
): readonly Resource[] {
  if (variants === undefined) return [main];
  const told = plain(attributes[variants.attribute]);
  if (!(told instanceof Unknown)) {
    return [{ ...main, type: (typeof told === "string" ? variants.types[told] : undefined) ?? main.type }];
  }
  const uncertain = new Unknown(`its ${variants.attribute} is not known: ${told.reason}`);
  return Object.values(variants.types).map((type, index) => ({
    ...main,
    id: index === 0 ? main.id : `${main.id} ${type}`,
    type,
    uncertain: main.uncertain ?? uncertain,
  }));
}

/** Types of which an attribute holds the whole resource, in the words of its API. */
const WRITTEN_OUT: Readonly<Record<string, typeof azapiResource>> = {
  azapi_resource: azapiResource,
  kubernetes_manifest: kubernetesManifest,
};

/** A type that genoscan has no lens for stays under its own name, attributes as they are. */
function withoutLens(resource: TerraformResource): Resource {
  const read = Object.hasOwn(WRITTEN_OUT, resource.type) ? WRITTEN_OUT[resource.type] : undefined;
  const body = read?.(resource, common(resource, undefined));
  if (body !== undefined) return body;
  const properties = emptyMap();
  for (const [name, value] of Object.entries(hideSettings(resource.type, resource.attributes))) {
    if (!(value instanceof Unset)) properties[name] = value;
  }
  return {
    ...common(resource, undefined),
    type: resource.type,
    properties,
    origin: (pointer) => {
      if (pointer.startsWith("/Facts/")) return { address: resource.address, ...locationOf(resource) };
      const attribute = pointer.slice(1).replaceAll("/", ".");
      return { address: resource.address, attribute, ...locationOf(resource, attribute) };
    },
  };
}

function common(resource: TerraformResource, lens: Lens | undefined): Omit<Resource, "type" | "properties"> {
  const named = nameOf(resource.attributes, lens?.name ?? "name");
  const name = shownText(named);
  return {
    id: resource.id,
    address: resource.address,
    writtenType: resource.type,
    declared: "here",
    identifiers: identifiersOf(resource, lens),
    ...(name === undefined ? {} : { name }),
    ...(named instanceof Sensitive ? { hiddenName: named } : {}),
    ...(resource.placement === undefined ? {} : { placement: resource.placement }),
    ...locationOf(resource),
    ...(resource.calls === undefined ? {} : { calls: resource.calls }),
    ...(resource.uncertain === undefined ? {} : { uncertain: resource.uncertain }),
  };
}

function nameOf(attributes: ValueMap, names: string | readonly string[]): Value | undefined {
  if (typeof names === "string") return attributeAt(attributes, names);
  return names.map((name) => attributeAt(attributes, name)).find((value) => value !== undefined);
}

function identifiersOf(resource: TerraformResource, lens: Lens | undefined): readonly string[] {
  const names = lens?.identifiers ?? DEFAULT_IDENTIFIERS;
  const texts: string[] = [];
  for (const name of names) {
    const text = shownText(attributeAt(resource.attributes, name));
    if (text !== undefined) texts.push(text);
  }
  return texts;
}

/** A text that reports may show; a sensitive name names nothing. */
function shownText(value: Value | undefined): string | undefined {
  const text = isSensitive(value) ? undefined : plain(value);
  return typeof text === "string" && text !== "" ? text : undefined;
}

const MISSING = new Map<string, (pointer: string) => Unknown | undefined>();

/** What an absent property means: set by a satellite whose parent is not settled, not mapped, or certainly absent. */
function missingIn(lens: Lens, possible: readonly Piece[]): (pointer: string) => Unknown | undefined {
  const known = MISSING.get(lens.type) ?? rememberMissing(lens);
  if (possible.length === 0) return known;
  return (pointer) => {
    const tokens = parsePointer(pointer);
    const setter = possible.find((piece) => feedPath(piece.lens.properties, tokens) !== undefined);
    return setter === undefined ? known(pointer) : maySet(setter);
  };
}

/** A lens answers the same for each of its resources, so each pointer is looked up once. */
function rememberMissing(lens: Lens): (pointer: string) => Unknown | undefined {
  const answers = new Map<string, Unknown | undefined>();
  const answer = (pointer: string): Unknown | undefined => {
    if (!answers.has(pointer)) answers.set(pointer, unmapped(lens, parsePointer(pointer)));
    return answers.get(pointer);
  };
  MISSING.set(lens.type, answer);
  return answer;
}

/** A parent that the input does not declare, with what its satellites in the input say of it. */
function parentElsewhere(folded: Folded["elsewhere"][number]): Resource {
  const reason = `${folded.identifier} is declared elsewhere; this input holds only ${folded.pieces.map(({ resource }) => resource.address).join(", ")}`;
  const properties = joinPieces(folded.pieces);
  const [first] = folded.pieces;
  return {
    ...resourceElsewhere(folded.identifier, folded.type, reason),
    ...(first === undefined ? {} : { id: `elsewhere:${first.resource.id}`, ...locationOf(first.resource) }),
    properties,
    absorbed: folded.pieces.map(({ resource }) => resource.id),
    origin: originIn(folded.pieces, first?.lens ?? { type: "", canonical: folded.type, properties: {} }),
  };
}
