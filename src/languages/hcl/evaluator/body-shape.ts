import type { HclValue, Type } from "../values/hcl-value.ts";

/** What a provider's schema says of a body. The evaluator works without one and is more exact with one. */
export interface BodyShape {
  readonly attributes: ReadonlyMap<string, AttributeShape>;
  readonly blocks: ReadonlyMap<string, BlockShape>;
}

export interface AttributeShape {
  readonly type: Type;
  /** The provider decides when nothing is set. */
  readonly isComputed: boolean;
  readonly isSensitive: boolean;
  /** The provider promises that it is not null. */
  readonly isNeverNull?: true;
  /** What holds when nothing is set. */
  readonly fallback?: HclValue;
}

export interface BlockShape {
  /** `one`: an object; the others make lists. */
  readonly nesting: "one" | "list" | "set" | "map";
  readonly body: BodyShape;
}
