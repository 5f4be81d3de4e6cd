import { Buffer } from "node:buffer";
import { formatPointer } from "../../model/pointer.ts";
import { propertyAt } from "../../model/resource.ts";
import {
  Reference,
  Unknown,
  UnknownBase64,
  UnknownPlace,
  UnknownText,
  isValueList,
  isValueMap,
  plain,
} from "../../model/value.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import type { Value } from "../../model/value.ts";
import { FILLED_IN } from "../../model/written-text.ts";
import type { Fact } from "../fact.ts";

/** Where a type keeps what a program reads when it starts, with the parts of it that hold settings; none for all of it. */
const PLACES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "AWS::AutoScaling::LaunchConfiguration": { UserData: [] },
  "AWS::Batch::JobDefinition": { ContainerProperties: ["Command", "Environment"], Parameters: [] },
  "AWS::CodeBuild::Project": { Environment: ["EnvironmentVariables"] },
  "AWS::EC2::Instance": { UserData: [] },
  "AWS::EC2::LaunchTemplate": { LaunchTemplateData: ["UserData"] },
  "AWS::ECS::TaskDefinition": { ContainerDefinitions: ["Command", "EntryPoint", "Environment"] },
  "AWS::Glue::Job": { DefaultArguments: [] },
  "AWS::Lambda::Function": { Environment: [] },
  "AWS::SageMaker::Model": { PrimaryContainer: ["Environment"], Containers: ["Environment"] },
};

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html: AKIA for long-lived keys, ASIA for sessions. */
const ACCESS_KEY = /(?<![A-Z0-9])A[KS]IA[A-Z2-7]{16}(?![A-Z0-9])/g;

/** Documentation uses keys that end with EXAMPLE. */
const PLACEHOLDER = "EXAMPLE";

const BASE64 = /^[A-Za-z0-9+/\s]{40,}={0,2}\s*$/;

/** What may hand on a key as its attribute. */
const GIVING_AWAY = new Set(["AWS::IAM::AccessKey", "AWS::SSM::Parameter"]);

/** Documents are as deep as sources decode them; nobody nests settings further. */
const DEEPEST = 40;

export const accessKeys: Fact = {
  name: "AccessKeys",
  types: Object.keys(PLACES),
  description:
    "The pointers at which an access key stands as text in what a program is started with: environment, arguments, user data (decoded where it is base64). The keys of the documentation, which end with EXAMPLE, are none. A value that another resource gives is none either, nor is an account or a region; any other value that is not known is an item that is not known.",
  compute: (resource, { graph }) =>
    Object.entries(PLACES[resource.type] ?? {}).flatMap(([property, settings]) =>
      keysIn(propertyAt(resource, `/${property}`), [property], { graph, settings }),
    ),
};

interface Search {
  readonly graph: ResourceGraph;
  /** The names of the parts that hold settings: an image or a role that is not known is no key. */
  readonly settings: readonly string[];
}

function keysIn(value: Value | undefined, tokens: readonly string[], search: Search): readonly Value[] {
  if (value === undefined) return [];
  if (tokens.length > DEEPEST) return [new Unknown(`${formatPointer(tokens)} is nested too deep to be read`)];
  const known = plain(value);
  if (known instanceof UnknownText) return keysInPieces(known, tokens, search);
  if (known instanceof UnknownBase64) return keysInPieces(known.text, tokens, search);
  if (known instanceof Unknown) {
    const isOpen = mayBeKey(value, search) && holdsSettings(tokens, search);
    return isOpen ? [new Unknown(known.reason)] : [];
  }
  if (typeof known === "string") return holdsKey(known) ? [formatPointer(tokens)] : [];
  if (isValueList(known)) {
    return known.flatMap((item, index) => keysIn(item, [...tokens, String(index)], search));
  }
  if (!isValueMap(known)) return [];
  return Object.entries(known).flatMap(([key, part]) => keysIn(part, [...tokens, key], search));
}

/**
 * A text that is put together: what is written in it is searched, across what places and other resources fill in. A piece
 * of which nothing is told may be a key, but for the name of a bucket, which has no capital letters.
 */
function keysInPieces(text: UnknownText, tokens: readonly string[], search: Search): readonly Value[] {
  const written = text.pieces.map((piece) => (typeof piece === "string" ? piece : FILLED_IN)).join("");
  if (holdsKey(written)) return [formatPointer(tokens)];
  if (!holdsSettings(tokens, search)) return [];
  const [start, ...rest] = text.pieces;
  const open = (start === "s3://" ? rest.slice(1) : text.pieces).find((piece) => mayBeKey(piece, search));
  if (open === undefined) return [];
  const known = plain(open);
  return [new Unknown(known instanceof Unknown ? known.reason : text.reason)];
}

/** Whether what is not known there would be a setting, or the whole that holds them. */
function holdsSettings([, ...below]: readonly string[], { settings }: Search): boolean {
  const part = below.find((token) => !/^[0-9]+$/.test(token));
  return settings.length === 0 || part === undefined || settings.includes(part);
}

/**
 * Not what is written or what a place fills in, nor what another resource gives: but for one that is an access key, or a
 * parameter that holds one.
 */
function mayBeKey(piece: Value, { graph }: Search): boolean {
  if (typeof piece === "string" || piece instanceof UnknownPlace) return false;
  if (!(piece instanceof Reference)) return true;
  const target = graph.get(piece.target);
  return target === undefined || GIVING_AWAY.has(target.type);
}

function holdsKey(text: string): boolean {
  const texts = BASE64.test(text) ? [text, Buffer.from(text, "base64").toString("latin1")] : [text];
  return texts.some((each) => [...each.matchAll(ACCESS_KEY)].some(([key]) => !key.endsWith(PLACEHOLDER)));
}
