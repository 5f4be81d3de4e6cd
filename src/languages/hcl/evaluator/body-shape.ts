import type { HclValue, Type } from "../values/hcl-value.ts";

/** What a provider's schema says of a body. The evaluator works without one and is more exact with one. */
export interface BodyShape {
  readonly attributes: ReadonlyMap<string, AttributeShape>;
  readonly blocks: ReadonlyMap<string, BlockShape>;
}

export interface AttributeShape {
  readonly type: Type;
  readonly isRequired: boolean;
  /** The provider decides when nothing is set. */
  readonly isComputed: boolean;
  /** The provider alone decides; a configuration cannot. */
  readonly isDecided: boolean;
  readonly isSensitive: boolean;
  /** The provider promises that it is not null. */
  readonly isNeverNull?: true;
  /** What holds when nothing is set. */
  readonly fallback?: HclValue;
}

export interface BlockShape {
  /** `one`: an object; the others make lists. */
  readonly nesting: "one" | "list" | "set" | "map";
  /** How many there have to be. */
  readonly min: number;
  /** How many there may be; zero when there is no limit. */
  readonly max: number;
  readonly body: BodyShape;
}

/** An attribute that may be set and is nothing else. */
export function attribute(type: Type): AttributeShape {
  return { type, isRequired: false, isComputed: false, isDecided: false, isSensitive: false };
}
