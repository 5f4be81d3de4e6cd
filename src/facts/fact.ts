import type { Resource } from "../model/resource.ts";
import type { ResourceGraph } from "../model/resource-graph.ts";
import type { Settings } from "../model/settings.ts";
import type { Value } from "../model/value.ts";

/** One computed property: what it says, of which types, and how it is computed. Facts are never judgments. */
export interface Fact {
  /** Where it stands, below `/Facts`: `KeyManager` is read at `/Facts/KeyManager`. */
  readonly name: string;
  /** The types that have it; `"*"` for every type: such a fact looks at no other resource's facts. */
  readonly types: readonly string[] | "*";
  /** One sentence for rule authors. */
  readonly description: string;
  /** The names of what stands below it, for objects and for the items of lists; a rule may read only these. */
  readonly fields?: FactFields;
  /** The property that it is read off, by type (`Microsoft.*` for all of Azure): what the fact says was written there. Left out when it is gathered. */
  readonly readFrom?: Readonly<Record<string, string>>;
  /** Facts that must be there before this one is computed. */
  readonly needs?: readonly string[];
  /**
   * Computed when it is first read, since few resources are asked for it and it costs much to find. Never absent, and told
   * by what is written and by the facts that it needs, so that it does not matter when that is.
   */
  readonly isComputedWhenRead?: true;
  /** The value; `undefined` is absence. Unknown parts of the input must stay unknown in the answer. */
  compute(resource: Resource, context: FactContext): Value | undefined;
}

/** `true` for a value without parts, else the names of its parts; a list has the fields of its items. */
export interface FactFields {
  readonly [name: string]: true | FactFields;
}

export interface FactContext {
  /** The graph with the facts computed so far. */
  readonly graph: ResourceGraph;
  readonly settings: Settings;
}
