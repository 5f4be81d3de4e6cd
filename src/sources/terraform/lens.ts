import type { Value } from "../../model/value.ts";

/** How one Terraform type is read as a canonical one. JSON only, see lenses/lenses.data.ts: the code that applies it is in apply-feeds.ts. */
export interface Lens {
  /** `aws_dynamodb_table` */
  readonly type: string;
  /** `AWS::DynamoDB::Table`, or for a satellite the type of its parent. */
  readonly canonical: string;
  /** The canonical type when it depends on an attribute: `type = "ingress"` of aws_security_group_rule. */
  readonly variants?: { readonly attribute: string; readonly types: Readonly<Record<string, string>> };
  readonly properties: Feeds;
  /** Attributes whose text names the resource for others. Default: id, arn, name. */
  readonly identifiers?: readonly string[];
  /** The attribute with the physical name, or the first of several that is set. Default: name. */
  readonly name?: string | readonly string[];
  /** A satellite: its properties belong to the resource that an attribute names. */
  readonly fold?: Fold;
  readonly supersedes?: Superseded;
  /** Blocks that are resources of their own in the canonical vocabulary. */
  readonly expand?: readonly Expansion[];
}

export interface Fold {
  /** The Terraform types that the attribute may name. */
  readonly into: readonly string[];
  /** The attribute that names the parent, by reference or by literal text. */
  readonly by: string;
}

/**
 * An attribute of another resource into which the provider reads what this resource sets, or in which people set it
 * before this type was there. This resource has the only word: where it is there, and where the plan deletes it, what
 * the attribute holds does not count.
 */
export interface Superseded extends Fold {
  readonly attribute: string;
  /** The attribute is a list of what several resources make, of which this one has the word on a single item. */
  readonly item?: {
    /** The attribute of this resource whose text the item has. */
    readonly by: string;
    /** The part of the item that has it; the item itself when left out. */
    readonly part?: string;
  };
}

export interface Expansion {
  /** The block, or the attribute that holds a list of objects. */
  readonly blocks: string;
  /**
   * The attribute is one plain value, or a list of them, which the feeds read under its own name: the inline `policy` of a
   * bucket, the `subnet_ids` of a network ACL.
   */
  readonly plain?: true;
  readonly canonical: string;
  /** The property of the new resource that names the one it was written in. */
  readonly parent: string;
  readonly properties: Feeds;
}

/** Canonical property name to what feeds it. A property that is not listed is unknown ("not mapped"). */
export interface Feeds {
  readonly [property: string]: Feed;
}

/**
 * What feeds a property. A text is an attribute; dots lead through blocks of which there is at most one
 * (`point_in_time_recovery.enabled`).
 */
export type Feed =
  | string
  | AttributeFeed
  | BlockFeed
  | BlocksFeed
  | KeyedFeed
  | NestedFeed
  | ObjectFeed
  | ListFeed
  | FirstFeed
  | DocumentFeed
  | SpreadFeed
  | JoinFeed
  | ConstantFeed;

export interface AttributeFeed {
  readonly attribute: string;
  readonly as?: Conversion;
  /** The canonical value when the user left the attribute out, where Terraform and the service's API differ. */
  readonly unset?: Value;
  /** Why the value is not known when the user left the attribute out: what is taken depends on the provider's version. */
  readonly unsetUnknown?: string;
  /** Only the provider sets it: it stays unknown until apply, and is never "left out". */
  readonly computed?: true;
}

/** A block of which there is at most one, as an object. */
export interface BlockFeed {
  readonly block: string;
  readonly properties: Feeds;
  readonly unset?: Value;
}

/** A block that repeats, as a list of objects. */
export interface BlocksFeed {
  readonly blocks: string;
  readonly properties: Feeds;
  readonly unset?: Value;
}

/** A block that repeats, as an object with one property for each: `log_publishing_options` by `log_type`. */
export interface KeyedFeed {
  readonly keyed: string;
  /** The argument of the block that names the property. */
  readonly by: string;
  readonly properties: Feeds;
}

/** A nested attribute as it stands: an object as an object, a list as a list. */
export interface NestedFeed {
  readonly nested: string;
  readonly properties: Feeds;
}

/** An object, or a list of one object, that gathers attributes of this level; absent when all of them are. */
export interface ObjectFeed {
  readonly object: Feeds;
  readonly inList?: true;
  /** The object is there only when this flag is true: `stream_enabled`. */
  readonly ifTrue?: string;
}

/** A list that several attributes make together; what is not set is no item. */
export interface ListFeed {
  readonly list: readonly Feed[];
}

/** The first of several feeds that is set: newer attributes before those that they took the place of. */
export interface FirstFeed {
  readonly first: readonly Feed[];
}

/** JSON text whose keys are not the canonical ones: decoded, and then fed like blocks. */
export interface DocumentFeed {
  readonly document: string;
  readonly properties: Feeds;
}

/**
 * Lists of which the canonical vocabulary has one item at a time: each gives an object (of a repeating block) or a
 * resource (of a lens) of its own. `true` gives the text "self".
 */
export interface SpreadFeed {
  readonly spread: readonly string[];
  /** Each of them is a list: one that is known after apply as a whole may hold more than what it is made from. */
  readonly lists?: true;
}

/** Attributes whose texts are one text in the canonical vocabulary: tier and replication of a storage account are its SKU. */
export interface JoinFeed {
  readonly join: readonly string[];
  readonly with: string;
}

/** A value that holds as soon as an attribute (or block) is set; with no `when`, always. */
export interface ConstantFeed {
  readonly constant: Value;
  readonly when?: string;
}

export type Conversion =
  /** JSON text as data. Text that is not JSON is unknown. */
  | "json"
  /** An object as CloudFormation's list of Key and Value. */
  | "tags"
  /** An object as CloudWatch's list of Name and Value. */
  | "dimensions"
  /** An object as the list of name and value that Azure has for settings and environments. */
  | "variables"
  /** true as false and false as true. */
  | "inverted"
  | "number"
  | "boolean"
  /** One value as a list of one. */
  | "list"
  /** The only item of a list. */
  | "first"
  /** A list of texts as one text, with commas between them. */
  | "commas"
  /** A date (RFC 3339) as the seconds since 1970. */
  | "seconds"
  /** The identifier of a key, `https://vault/keys/name/version`, as one of its parts; a version that it leaves out is absent. */
  | "key-name"
  | "key-vault"
  | "key-version"
  /** Each item of a list as an object with the item under that name: `["a"]` as `[{ "id": "a" }]`. Dots lead inwards. */
  | { readonly each: string }
  /** The other way round: each object of a list as what it has under that name. */
  | { readonly part: string }
  /** Other spellings of the same thing; what is not listed stays as it is. */
  | { readonly values: Readonly<Record<string, Value>> };

export const DEFAULT_IDENTIFIERS: readonly string[] = ["id", "arn", "name"];
