import type { Resource } from "../../model/resource.ts";
import { plain } from "../../model/value.ts";
import type { UnknownText, Value } from "../../model/value.ts";

/** A text in lower case between slashes, any single one, any number of them, or any number that name no provider. */
type Segment = string | typeof ONE | typeof SOME | typeof BELOW;
const ONE: unique symbol = Symbol("one segment");
const SOME: unique symbol = Symbol("any segments");
const BELOW: unique symbol = Symbol("what lies below a resource");

const GROUP = "Microsoft.Resources/resourceGroups";
const PROVIDERS = "providers";

/**
 * Whether an id of which only pieces are known may be that of a resource, or of something below it. What is not known may
 * hold slashes, so only the types and names that are written rule a resource out.
 */
export function mayBeIdOf(id: UnknownText, resource: Resource): boolean {
  const own = segmentsOf(resource);
  return own === undefined || haveCommon(segmentsOfText(id), own);
}

/** A character that no id holds stands in for what is not known while the text is cut at its slashes. */
function segmentsOfText({ pieces }: UnknownText): readonly Segment[] {
  const text = pieces.map((piece) => written(piece) ?? "\0").join("");
  const cut = text.toLowerCase().split("/");
  return (cut[0] === "" ? cut.slice(1) : cut).map((segment): Segment =>
    segment.includes("\0") ? SOME : segment,
  );
}

function written(piece: Value): string | undefined {
  const text = plain(piece);
  return typeof text === "string" ? text : undefined;
}

/** The id of a resource by its type and name, and what may lie below; nothing for types whose ids have another form. */
function segmentsOf(resource: Resource): readonly Segment[] | undefined {
  const known = resource.identifiers.find((identifier) => identifier.startsWith("/"));
  if (known !== undefined) return [...known.slice(1).toLowerCase().split("/"), BELOW];
  const name = nameOf(resource);
  if (resource.type === GROUP) return ["subscriptions", ONE, "resourcegroups", name, BELOW];
  const [provider = "", ...types] = resource.type.toLowerCase().split("/");
  if (!provider.startsWith("microsoft.") || provider === "microsoft.subscription" || types.length === 0) {
    return undefined;
  }
  const pairs = types.flatMap((type, level): readonly Segment[] => [
    type,
    level === types.length - 1 ? name : ONE,
  ]);
  return [SOME, PROVIDERS, provider, ...pairs, BELOW];
}

/** A child may be written with the names of its parents: `account/default`. What governs is also told by a name that is shown. */
function nameOf({ type, properties }: Resource): Segment {
  const name = plain(properties["name"]);
  if (typeof name !== "string" || name === "" || type.startsWith("Microsoft.Authorization/")) return ONE;
  return name.toLowerCase().split("/").at(-1) ?? ONE;
}

/** Whether some text fits both, segment by segment. */
function haveCommon(one: readonly Segment[], other: readonly Segment[]): boolean {
  const width = other.length + 1;
  const failed = new Set<number>();
  const fits = (left: number, right: number): boolean => {
    const key = left * width + right;
    if (failed.has(key)) return false;
    const found = fitsFrom(left, right);
    if (!found) failed.add(key);
    return found;
  };
  const fitsFrom = (left: number, right: number): boolean => {
    const a = one[left];
    const b = other[right];
    if (a === undefined && b === undefined) return true;
    if (isMany(a) && fits(left + 1, right)) return true;
    if (isMany(b) && fits(left, right + 1)) return true;
    // what both leave open has been tried
    if (a === undefined || b === undefined || (isMany(a) && isMany(b)) || !meet(a, b)) return false;
    return fits(isMany(a) ? left : left + 1, isMany(b) ? right : right + 1);
  };
  return fits(0, 0);
}

function isMany(segment: Segment | undefined): boolean {
  return segment === SOME || segment === BELOW;
}

function meet(a: Segment, b: Segment): boolean {
  if (typeof a === "string" && typeof b === "string") return a === b;
  return !(a === BELOW && b === PROVIDERS) && !(b === BELOW && a === PROVIDERS);
}
