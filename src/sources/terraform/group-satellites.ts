import type { Parents } from "./find-parents.ts";
import type { Fold } from "./lens.ts";
import type { Piece } from "./piece.ts";
import type { TerraformResource } from "./terraform-resource.ts";

/** A satellite with how it folds. */
export interface SatellitePiece extends Piece {
  readonly fold: Fold;
}

/** The satellites of a resource. */
export interface Satellites {
  /** Those that certainly belong to the resource. */
  readonly certain: Piece[];
  /** Those that may: their parent is unknown, or one of several. */
  readonly possible: Piece[];
}

export const NO_SATELLITES: Satellites = { certain: [], possible: [] };

/** All satellites, by what they belong to. */
export interface Folded {
  /** Those of the resources that may have some. */
  readonly types: ReadonlySet<string>;
  readonly of: ReadonlyMap<string, Satellites>;
  /** By type: those that may belong to any resource of it, one for each type of satellite. */
  readonly ofAny: ReadonlyMap<string, ReadonlyMap<string, Piece>>;
  readonly elsewhere: readonly {
    readonly identifier: string;
    readonly type: string;
    readonly pieces: readonly [Piece, ...Piece[]];
  }[];
}

export function satellitesOf({ id, type }: TerraformResource, { types, of, ofAny }: Folded): Satellites {
  if (!types.has(type)) return NO_SATELLITES;
  const own = of.get(id) ?? NO_SATELLITES;
  const shared = ofAny.get(type);
  return shared === undefined
    ? own
    : { certain: own.certain, possible: [...own.possible, ...shared.values()] };
}

function addTo(of: Map<string, Satellites>, id: string, piece: Piece, isCertain: boolean): void {
  const own = of.get(id);
  if (own !== undefined) (isCertain ? own.certain : own.possible).push(piece);
  // a list that begins with a satellite has no room to spare: most have one alone
  else of.set(id, isCertain ? { certain: [piece], possible: [] } : { certain: [], possible: [piece] });
}

/** The satellites by what they belong to; `parentsOf` has the parents of each. */
export function groupSatellites(
  satellites: readonly SatellitePiece[],
  parentsOf: readonly Parents[],
): Folded {
  const types = new Set<string>();
  const of = new Map<string, Satellites>();
  const ofAny = new Map<string, Map<string, Piece>>();
  const elsewhere = new Map<string, { identifier: string; type: string; pieces: [Piece, ...Piece[]] }>();
  satellites.forEach((piece, at) => {
    const parents = parentsOf[at];
    if (parents === undefined) return;
    piece.fold.into.forEach((type) => types.add(type));
    if (parents.elsewhere !== undefined) {
      const key = `${piece.lens.canonical} ${parents.elsewhere}`;
      const known = elsewhere.get(key);
      if (known !== undefined) known.pieces.push(piece);
      else {
        elsewhere.set(key, {
          identifier: parents.elsewhere,
          type: piece.lens.canonical,
          pieces: [piece],
        });
      }
    }
    parents.anyOf?.forEach((type) => {
      const shared = ofAny.get(type) ?? new Map<string, Piece>();
      ofAny.set(type, shared.set(piece.resource.type, piece));
    });
    for (let parent = 0; parent < parents.ids.length; parent += 1) {
      addTo(of, parents.ids[parent] ?? "", piece, parents.certain);
    }
  });
  return { types, of, ofAny, elsewhere: [...elsewhere.values()] };
}
