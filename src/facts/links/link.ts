/**
 * A property that names another resource. `*` stands for every item of a list: `/VpcConfig/SubnetIds/*`; `**`, between
 * two slashes, for any depth inside a document. The first step is the name of a property.
 */
export interface Link {
  readonly type: string;
  readonly at: string;
  /** The types that may be named; the first is the one assumed of a resource that the input does not declare. */
  readonly to: readonly string[];
  /** What a text must be like to name one (`*` for any text); without it every text does. */
  readonly like?: string;
}

/** A type that stands for another one: who names the alias means the key. */
export interface Hop {
  readonly type: string;
  readonly through: string;
}
