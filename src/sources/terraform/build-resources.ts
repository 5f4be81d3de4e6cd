import type { Diagnostic } from "../../model/diagnostic.ts";
import { parsePointer } from "../../model/pointer.ts";
import { resourceElsewhere } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Sensitive, Unknown, emptyMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { attributeAt } from "./attribute-path.ts";
import { applyAzapiUpdates } from "./apply-azapi-updates.ts";
import { azapiResource } from "./azapi-resource.ts";
import { dropRemoved, mayBeShown } from "./drop-removed.ts";
import { expandBlocks } from "./expand-blocks.ts";
import { feedPath } from "./feed-path.ts";
import { findParents } from "./find-parents.ts";
import { kubernetesManifest } from "./kubernetes-manifest.ts";
import type { Fold, Lens } from "./lens.ts";
import { hideSecretsOfShape } from "./hide-secrets-of-shape.ts";
import { hideSettings } from "./hide-settings.ts";
import { lensOf, unmapped } from "./lens-index.ts";
import { NO_SATELLITES, groupSatellites, satellitesOf } from "./group-satellites.ts";
import type { Folded, SatellitePiece, Satellites } from "./group-satellites.ts";
import { loosenProperties } from "./loosen-properties.ts";
import { originIn, propertiesOf } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { addProperties } from "./merge-properties.ts";
import { locationOf } from "./origin-of-attribute.ts";
import type { ReadResource } from "./read-resource.ts";
import { identifiersOf, nameOf, shownText } from "./names-of-resource.ts";
import { readResources, withoutSatellites } from "./read-resources.ts";
import { supersedeAttributes } from "./supersede-attributes.ts";
import { spreadNames } from "./spread-items.ts";
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
  // that no provider has a type that the plan deletes need not be said
  const former = readResources(removed, []);
  const { all, byType } = supersedeAttributes(readResources(written, diagnostics), former);
  const satellites: SatellitePiece[] = [];
  all.forEach((one) => {
    if (isSatellite(one)) satellites.push({ resource: one.resource, lens: one.lens, fold: one.lens.fold });
  });
  const folded = groupSatellites(satellites, findParents(withoutSatellites(byType), satellites));
  const resources: Resource[] = [];
  const unread: TerraformResource[] = [];
  all.forEach((one) => {
    if (isSatellite(one)) return;
    if (isPiece(one)) addWithLens(resources, one, satellitesOf(one.resource, folded));
    else {
      unread.push(one.resource);
      resources.push(withoutLens(one.resource));
    }
  });
  for (const one of folded.elsewhere) resources.push(parentElsewhere(one));
  const built = applyAzapiUpdates(resources, unread);
  return { resources: dropRemoved(built, written, former.all.flatMap(formerResources)), diagnostics };
}

/** What the plan deletes or changes, as it was, in the words of the graph: what may still be shown in other resources. */
function formerResources(read: ReadResource): readonly Resource[] {
  const former: Resource[] = [];
  if (isPiece(read) && mayBeShownAs(read.lens)) addWithLens(former, read, NO_SATELLITES);
  return former;
}

/** True for a type of which it counts what the plan deletes or changes. */
export function countsWhenRemoved(type: string): boolean {
  const lens = lensOf(type);
  return lens !== undefined && (lens.supersedes !== undefined || mayBeShownAs(lens));
}

function mayBeShownAs({ canonical, variants, fold }: Lens): boolean {
  return fold === undefined && [canonical, ...Object.values(variants?.types ?? {})].some(mayBeShown);
}

function isPiece(read: ReadResource): read is Piece {
  return read.lens !== undefined;
}

function isSatellite(read: ReadResource): read is ReadSatellite {
  return read.lens?.fold !== undefined;
}

interface ReadSatellite extends Piece {
  readonly lens: Lens & { readonly fold: Fold };
}

/** Adds what a lens makes of a resource: one resource for most, and a list of one for each would be made for nothing. */
function addWithLens(resources: Resource[], piece: Piece, { certain, possible }: Satellites): void {
  const { resource, lens } = piece;
  const properties = joinPieces(piece, certain);
  for (let at = 0; at < possible.length; at += 1) loosenBy(properties, possible[at]);
  const main: Started = {
    id: resource.id,
    address: resource.address,
    type: lens.canonical,
    writtenType: resource.type,
    properties,
    declared: "here",
    identifiers: identifiersOf(resource, lens),
    missing: missingIn(lens, possible),
    origin: originIn(piece, certain),
  };
  if (certain.length > 0) main.absorbed = certain.map((one) => one.resource.id);
  tellMore(main, resource, lens);
  if (lens.variants === undefined) addSpread(resources, main, lens);
  else {
    for (const one of variantsOf(main, resource.attributes, lens.variants)) addSpread(resources, one, lens);
  }
  if (lens.expand !== undefined) resources.push(...expandBlocks(main, resource, lens.expand));
}

function addSpread(resources: Resource[], one: Started, lens: Lens): void {
  const names = spreadNames(lens.properties);
  if (names.length === 0) resources.push(one);
  else resources.push(...spreadResource(one, names));
}

function joinPieces(main: Piece, satellites: readonly Piece[]): Record<string, Value> {
  const joined = propertiesOf(main);
  for (let at = 0; at < satellites.length; at += 1) {
    const piece = satellites[at];
    if (piece !== undefined) addProperties(joined, propertiesOf(piece));
  }
  return hideSecretsOfShape(main.lens.canonical, joined);
}

function loosenBy(properties: Record<string, Value>, piece: Piece | undefined): void {
  if (piece === undefined) return;
  const { changes, reason } = loosening(piece);
  // one for each resource: what is not known of two resources is not the same thing
  loosenProperties(properties, changes, new Unknown(reason));
}

/** What a satellite would change of each resource that it may belong to. */
interface Loosening {
  readonly changes: ValueMap;
  readonly reason: string;
}

const LOOSENING = new WeakMap<Piece, Loosening>();

/** A satellite may belong to every resource of a type, and says the same of each of them. */
function loosening(piece: Piece): Loosening {
  const known = LOOSENING.get(piece);
  if (known !== undefined) return known;
  const made = { changes: propertiesOf(piece), reason: maySet(piece) };
  LOOSENING.set(piece, made);
  return made;
}

function maySet({ resource, lens }: Piece): string {
  const by = lens.fold?.by ?? "";
  const named = plain(attributeAt(resource.attributes, by));
  return typeof named === "string"
    ? `${resource.address} may set it: it is for ${JSON.stringify(named)}, and the name here is not known before apply`
    : `${resource.address} may set it: its ${by} is not known before apply`;
}

/** The resource as what the attribute that decides makes it; as each that it may be, where that is not known. */
function variantsOf(
  main: Started,
  attributes: ValueMap,
  { attribute, types }: NonNullable<Lens["variants"]>,
): readonly Started[] {
  const told = plain(attributes[attribute]);
  if (!(told instanceof Unknown)) {
    main.type = (typeof told === "string" ? types[told] : undefined) ?? main.type;
    return [main];
  }
  const uncertain = new Unknown(`its ${attribute} is not known: ${told.reason}`);
  return Object.values(types).map((type, index) => ({
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
  const properties = emptyMap();
  const started: Started = {
    id: resource.id,
    address: resource.address,
    type: resource.type,
    writtenType: resource.type,
    properties,
    declared: "here",
    identifiers: identifiersOf(resource, undefined),
  };
  tellMore(started, resource, undefined);
  const read = Object.hasOwn(WRITTEN_OUT, resource.type) ? WRITTEN_OUT[resource.type] : undefined;
  const body = read?.(resource, started);
  if (body !== undefined) return body;
  const shown = hideSettings(resource.type, resource.attributes);
  Object.keys(shown).forEach((name) => {
    const value = shown[name];
    if (value !== undefined && !(value instanceof Unset)) properties[name] = value;
  });
  started.origin = (pointer) => {
    if (pointer.startsWith("/Facts/")) return { address: resource.address, ...locationOf(resource) };
    const attribute = pointer.slice(1).replaceAll("/", ".");
    return { address: resource.address, attribute, ...locationOf(resource, attribute) };
  };
  return started;
}

/** A resource that is being built: nobody else has it yet. */
type Started = { -readonly [Part in keyof Resource]: Resource[Part] };

/** What is told of some resources alone. */
function tellMore(started: Started, resource: TerraformResource, lens: Lens | undefined): void {
  const named = nameOf(resource, lens);
  const name = shownText(named);
  const { location, placement, calls, uncertain } = resource;
  if (name !== undefined) started.name = name;
  if (named instanceof Sensitive) started.hiddenName = named;
  if (placement !== undefined) started.placement = placement;
  if (location !== undefined) started.location = location;
  if (calls !== undefined) started.calls = calls;
  if (uncertain !== undefined) started.uncertain = uncertain;
}

type Missing = NonNullable<Resource["missing"]>;

const MISSING = new WeakMap<Lens, Missing>();

/** What an absent property means: set by a satellite whose parent is not settled, not mapped, or certainly absent. */
function missingIn(lens: Lens, possible: readonly Piece[]): Missing {
  const known = MISSING.get(lens) ?? rememberMissing(lens);
  return possible.length === 0 ? known : missingOr(known, possible);
}

function missingOr(known: Missing, possible: readonly Piece[]): Missing {
  return (pointer) => {
    const tokens = parsePointer(pointer);
    const setter = possible.find((piece) => feedPath(piece.lens.properties, tokens) !== undefined);
    return setter === undefined ? known(pointer) : new Unknown(loosening(setter).reason);
  };
}

/** A lens answers the same for each of its resources, so each pointer is looked up once. */
function rememberMissing(lens: Lens): Missing {
  const answers = new Map<string, Unknown | undefined>();
  const answer = (pointer: string): Unknown | undefined => {
    if (!answers.has(pointer)) answers.set(pointer, unmapped(lens, parsePointer(pointer)));
    return answers.get(pointer);
  };
  MISSING.set(lens, answer);
  return answer;
}

/** A parent that the input does not declare, with what its satellites in the input say of it. */
function parentElsewhere(folded: Folded["elsewhere"][number]): Resource {
  const reason = `${folded.identifier} is declared elsewhere; this input holds only ${folded.pieces.map(({ resource }) => resource.address).join(", ")}`;
  const [first, ...more] = folded.pieces;
  return {
    ...resourceElsewhere(folded.identifier, folded.type, reason),
    id: `elsewhere:${first.resource.id}`,
    ...locationOf(first.resource),
    properties: joinPieces(first, more),
    absorbed: folded.pieces.map(({ resource }) => resource.id),
    origin: originIn(first, more),
  };
}
