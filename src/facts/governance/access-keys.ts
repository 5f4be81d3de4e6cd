import { Buffer } from "node:buffer";
import { formatPointer } from "../../model/pointer.ts";
import { propertyAt } from "../../model/resource.ts";
import { Unknown, isValueList, isValueMap, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

/** Where people put settings that a program reads when it starts. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  "AWS::AutoScaling::LaunchConfiguration": ["UserData"],
  "AWS::Batch::JobDefinition": ["ContainerProperties", "Parameters"],
  "AWS::CodeBuild::Project": ["Environment"],
  "AWS::EC2::Instance": ["UserData"],
  "AWS::EC2::LaunchTemplate": ["LaunchTemplateData"],
  "AWS::ECS::TaskDefinition": ["ContainerDefinitions"],
  "AWS::Glue::Job": ["DefaultArguments"],
  "AWS::Lambda::Function": ["Environment"],
  "AWS::SageMaker::Model": ["PrimaryContainer", "Containers"],
};

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html: AKIA for long-lived keys, ASIA for sessions. */
const ACCESS_KEY = /(?<![A-Z0-9])A[KS]IA[A-Z2-7]{16}(?![A-Z0-9])/g;

/** Documentation uses keys that end with EXAMPLE. */
const PLACEHOLDER = "EXAMPLE";

const BASE64 = /^[A-Za-z0-9+/\s]{40,}={0,2}\s*$/;

/** Documents are as deep as sources decode them; nobody nests settings further. */
const DEEPEST = 40;

export const accessKeys: Fact = {
  name: "AccessKeys",
  types: Object.keys(PLACES),
  description:
    "The pointers at which an access key stands as text in what a program is started with: environment, arguments, user data (decoded where it is base64). The keys of the documentation, which end with EXAMPLE, are none. A value that another resource gives is none either; any other value that is not known is an item that is not known.",
  compute: (resource) =>
    (PLACES[resource.type] ?? []).flatMap((property) =>
      keysIn(propertyAt(resource, `/${property}`), [property], 0),
    ),
};

function keysIn(value: Value | undefined, tokens: readonly string[], depth: number): readonly Value[] {
  if (value === undefined || depth > DEEPEST) return [];
  const known = plain(value);
  if (known instanceof Unknown) return isGiven(value) ? [] : [new Unknown(known.reason)];
  if (typeof known === "string") return holdsKey(known) ? [formatPointer(tokens)] : [];
  if (isValueList(known)) {
    return known.flatMap((item, index) => keysIn(item, [...tokens, String(index)], depth + 1));
  }
  if (!isValueMap(known)) return [];
  return Object.entries(known).flatMap(([key, part]) => keysIn(part, [...tokens, key], depth + 1));
}

/** The ARN or name of a resource; a resource that is an access key gives its key away. */
function isGiven(value: Value): boolean {
  const references = referencesOf(value);
  return references.length > 0 && references.every(({ target }) => !target.includes("access_key"));
}

function holdsKey(text: string): boolean {
  const texts = BASE64.test(text) ? [text, Buffer.from(text, "base64").toString("latin1")] : [text];
  return texts.some((each) => [...each.matchAll(ACCESS_KEY)].some(([key]) => !key.endsWith(PLACEHOLDER)));
}
