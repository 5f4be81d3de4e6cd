import type { Location } from "./location.ts";
import { parsePointer, valueAt } from "./pointer.ts";
import type { PointerTokens } from "./pointer.ts";
import type { Placement } from "./settings.ts";
import { Reference, Sensitive, Unknown, isValueList } from "./value.ts";
import type { Value, ValueMap } from "./value.ts";

/** Where a property comes from, in the words of the person who wrote the input. */
export interface Origin {
  /** The address of the resource that sets it: the resource itself or a satellite that was folded into it. */
  readonly address: string;
  /** The attribute or property path as written: `rule[0].default_retention[0].mode`. */
  readonly attribute?: string;
  readonly location?: Location;
  /** Where the resource names the text that the property is inside of, when that is written somewhere else. */
  readonly namedAt?: Location;
}

/** Where a module is called that holds a resource. */
export interface ModuleCall {
  /** `module.clinic["north"]` */
  readonly address: string;
  readonly location: Location;
}

/** One resource of the graph, in the provider's own vocabulary. */
export interface Resource {
  /** Unique in the graph. Equal to `address` in a scan of one input. */
  readonly id: string;
  /** How the user names it: `module.a["x"].aws_s3_bucket.b`. */
  readonly address: string;
  /** The published type: `AWS::S3::Bucket`. */
  readonly type: string;
  /** The type as the input names it, when that is another: `aws_s3_bucket`. */
  readonly writtenType?: string;
  /** The physical name, when the input holds it. */
  readonly name?: string;
  /** That name where it is sensitive: it may tell what the resource is for, and is never shown. */
  readonly hiddenName?: Sensitive;
  readonly properties: ValueMap;
  /** `elsewhere`: the input names the resource and does not declare it; its properties are unknown. */
  readonly declared: "here" | "elsewhere";
  /** Account and region of the deployment; left out when the input has no such notion. */
  readonly placement?: Placement;
  /** Texts by which others may name it: ARN, id, name. */
  readonly identifiers: readonly string[];
  /** Ids of the satellites that were folded into this resource: who names one of them means this one. */
  readonly absorbed?: readonly string[];
  readonly location?: Location;
  /** The module calls that lead to the resource, from the root module inwards. */
  readonly calls?: readonly ModuleCall[];
  /** Set when a property may hold an `UnknownChoice`; without it nobody looks for one. */
  readonly holdsChoices?: true;
  /** Why it is not certain that there is such a resource, or only one: nobody knows how many instances there are. */
  readonly uncertain?: Unknown;
  /**
   * What it is when the deployment of this input makes it, of a resource that is left as it is where it is there already:
   * its properties are unknown then.
   */
  readonly asCreated?: Pick<Resource, "properties" | "missing">;
  /** What a property that is not there means: `undefined` for "certainly absent", `Unknown` for "not known". */
  readonly missing?: (pointer: string) => Unknown | undefined;
  readonly origin?: (pointer: string) => Origin;
}

/** The value at a pointer of a resource; a property that no source feeds is unknown, never absent. */
export function propertyAt(
  resource: Resource,
  pointer: string,
  tokens: PointerTokens = parsePointer(pointer),
): Value | undefined {
  const value = valueAt(resource.properties, tokens);
  if (value !== undefined || resource.missing === undefined) return value;
  if (resource.declared === "here" && tokens[0] === "Facts") return undefined;
  return resource.missing(pointer);
}

/** A resource that the input names but does not declare. Facts may still be told of it from its name. */
export function resourceElsewhere(identifier: string, type: string, reason: string): Resource {
  const unknown = new Unknown(reason);
  return {
    id: `elsewhere:${type}:${identifier}`,
    address: identifier,
    type,
    properties: {},
    declared: "elsewhere",
    identifiers: [identifier],
    missing: () => unknown,
  };
}

/** True when the value, or anything inside it, must not be shown. */
export function holdsSensitive(value: Value | undefined): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (value instanceof Sensitive) return true;
  if (value instanceof Unknown) return false;
  if (isValueList(value)) {
    for (const item of value) if (holdsSensitive(item)) return true;
    return false;
  }
  if (value instanceof Reference) return holdsSensitive(value.value);
  // by name: a list of the parts would be made for each object of each document
  for (const name in value) if (Object.hasOwn(value, name) && holdsSensitive(value[name])) return true;
  return false;
}
