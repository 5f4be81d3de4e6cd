import schema from "./awscc-schema.json" with { type: "json" };
import type { Feed, Feeds, Lens } from "./lens.ts";

/**
 * A property name; with `"json"` a document that is text in awscc, with `"computed"` what the service alone sets; with
 * names the parts of an object or list.
 */
type AwsccName = string | readonly [string, "json" | "computed" | AwsccNames];
interface AwsccNames {
  readonly [attribute: string]: AwsccName;
}

interface AwsccType {
  readonly type: string;
  /** Property names of the primary identifier. */
  readonly identifier: readonly string[];
  readonly properties: AwsccNames;
}

const TYPES = schema as unknown as Readonly<Record<string, AwsccType>>;
const BUILT = new Map<string, Lens>();

/** awscc is CloudFormation in snake_case, so its lenses follow from the schema; built when a type is first met. */
export function awsccLens(type: string): Lens | undefined {
  const built = BUILT.get(type);
  if (built !== undefined) return built;
  const described = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  if (described === undefined) return undefined;
  const lens: Lens = {
    type,
    canonical: described.type,
    properties: feedsOf(described.properties),
    ...namesOf(described),
  };
  BUILT.set(type, lens);
  return lens;
}

/** The types of awscc that genoscan reads. */
export function awsccTypes(): readonly string[] {
  return Object.keys(TYPES);
}

function feedsOf(names: AwsccNames): Feeds {
  const feeds: Record<string, Feed> = {};
  for (const [attribute, name] of Object.entries(names)) {
    if (typeof name === "string") feeds[name] = attribute;
    else if (name[1] === "json") feeds[name[0]] = { attribute, as: "json" };
    else if (name[1] === "computed") feeds[name[0]] = { attribute, computed: true };
    // a map whose keys are the user's: no feed, so it is unknown ("not mapped") and never absent
    else if (Object.hasOwn(name[1], "*")) continue;
    else feeds[name[0]] = { nested: attribute, properties: feedsOf(name[1]) };
  }
  return feeds;
}

/**
 * The attribute with the physical name, and those that other resources may hold as text: the primary identifier, and what
 * the resource calls its own id, ARN and name (`ModelName` of a SageMaker model, whose identifier is its ARN).
 */
function namesOf({ type, identifier, properties }: AwsccType): Pick<Lens, "name" | "identifiers"> {
  const resource = type.split("::")[2] ?? "";
  const attributeOf = (wanted: readonly string[]): readonly string[] =>
    Object.keys(properties).filter((attribute) => wanted.includes(propertyOf(properties[attribute])));
  const [name] = [...attributeOf([`${resource}Name`]), ...attributeOf(["Name"])];
  const own = attributeOf([...identifier, `${resource}Id`, `${resource}Arn`, `${resource}Name`]);
  return {
    ...(name === undefined ? {} : { name }),
    identifiers: [...new Set(["id", "arn", "name", ...own])],
  };
}

function propertyOf(name: AwsccName | undefined): string {
  return typeof name === "string" ? name : (name?.[0] ?? "");
}
