import schema from "./awscc-schema.json" with { type: "json" };
import type { Feed, Feeds, Lens } from "./lens.ts";

/** A property name; with `"json"` a document that is text in awscc; with names the parts of an object or list. */
type AwsccName = string | readonly [string, "json" | AwsccNames];
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
    identifiers: ["id", "arn", "name", ...identifierAttributes(described)],
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
    // a map whose keys are the user's: no feed, so it is unknown ("not mapped") and never absent
    else if (Object.hasOwn(name[1], "*")) continue;
    else feeds[name[0]] = { nested: attribute, properties: feedsOf(name[1]) };
  }
  return feeds;
}

/** The attributes of the primary identifier: what other resources may hold as text. */
function identifierAttributes({ identifier, properties }: AwsccType): readonly string[] {
  return Object.keys(properties).filter((attribute) => identifier.includes(String(properties[attribute])));
}
