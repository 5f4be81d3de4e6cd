import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Sensitive, Unknown, UnknownText, isSensitive, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { FILLED_IN, writtenText } from "../../model/written-text.ts";
import type { Fact, FactContext } from "../fact.ts";
import { hasRole } from "./ledgers-of.ts";
import { resourceBehind } from "./resource-behind.ts";

const OBJECTS = ["aws_s3_object", "aws_s3_bucket_object"];

export const definition: Fact = {
  name: "Definition",
  types: ["AWS::Omics::Workflow", "AWS::Omics::WorkflowVersion", ...OBJECTS],
  needs: ["Roles"],
  description:
    "Where the definition of a HealthOmics workflow lies in S3: the key of the object, the version, date or hash in it (Pin), and whether its bucket keeps versions. Also of an object in a bucket with the role definition; absent for other objects and for definitions from a repository.",
  fields: { BucketVersioned: true, Key: true, Pin: true },
  compute: (resource, context) =>
    OBJECTS.includes(resource.type) ? ofObject(resource, context) : ofWorkflow(resource, context),
};

function ofObject(object: Resource, { graph }: FactContext): Value | undefined {
  const bucket = resourceBehind(propertyAt(object, "/bucket"), graph);
  if (bucket === undefined || !hasRole(bucket, "definition")) return undefined;
  return describe(propertyAt(object, "/key") ?? "", keepsVersions(bucket));
}

function describe(key: Value, versioned: Value): Value {
  const text = plain(key);
  const pin = typeof text === "string" ? pinIn(text) : text;
  return {
    BucketVersioned: versioned,
    Key: key,
    ...(pin === undefined ? {} : { Pin: isSensitive(key) ? new Sensitive(pin) : pin }),
  };
}

/** `1.4.2` in calling/1.4.2.zip, a date as 2026-01-31, or twelve hexadecimal digits and more. */
function pinIn(key: string): string | undefined {
  const [date] = /20\d\d-\d\d-\d\d/.exec(key) ?? [];
  if (date !== undefined) return date;
  for (const word of key.split(/[^0-9A-Za-z.]+/)) {
    const [pin] = /^v?\d+\.\d+[\d.]*|^[0-9a-f]{12,64}(?=\.|$)/.exec(word) ?? [];
    if (pin !== undefined) return pin.replace(/\.$/, "");
  }
  return undefined;
}

function ofWorkflow(workflow: Resource, { graph }: FactContext): Value | undefined {
  const uri = propertyAt(workflow, "/DefinitionUri");
  const text = plain(uri);
  if (text === undefined || text === "") return undefined;
  if (typeof text === "string") {
    const found = ofText(text, graph);
    return isSensitive(uri) ? new Sensitive(found) : found;
  }
  const written = text instanceof UnknownText ? placeOfText(text, graph) : undefined;
  if (written !== undefined) return written;
  return ofCandidates(
    uri,
    text instanceof Unknown ? text.reason : "the place of the definition is no text",
    graph,
  );
}

function ofText(uri: string, graph: ResourceGraph): Value {
  const [, name, key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(uri) ?? [];
  if (name === undefined || key === undefined) return new Unknown(`${uri} is no place in S3`);
  const bucket = graph
    .ofType("AWS::S3::Bucket")
    .find((other) => other.identifiers.includes(name) || other.name === name);
  return describe(key, bucket === undefined ? notHere(name) : keepsVersions(bucket));
}

/** `s3://${Definitions}/calling/1.4.2.zip`: the key is written, and so is which bucket it is, or that it is none of the input. */
function placeOfText(uri: UnknownText, graph: ResourceGraph): Value | undefined {
  const written = writtenText(uri);
  const [, name, key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(written?.start ?? "") ?? [];
  if (written?.isWhole !== true || name === undefined || key === undefined || key.includes(FILLED_IN)) {
    return undefined;
  }
  const bucket = name === FILLED_IN ? resourceBehind(uri.pieces[1], graph) : undefined;
  const versioned = bucket?.type === "AWS::S3::Bucket" ? keepsVersions(bucket) : new Unknown(uri.reason);
  return describe(key, versioned);
}

/** A place that is made of an object or a bucket of the input: its own key, its own bucket. */
function ofCandidates(uri: Value | undefined, reason: string, graph: ResourceGraph): Value {
  const named = new Set(referencesOf(uri).map(({ target }) => graph.get(target)));
  const objects = [...named].filter((resource) => resource !== undefined && OBJECTS.includes(resource.type));
  const [object] = objects;
  const bucket =
    object === undefined
      ? [...named].find((resource) => resource?.type === "AWS::S3::Bucket")
      : resourceBehind(propertyAt(object, "/bucket"), graph);
  const key = objects.length === 1 && object !== undefined ? propertyAt(object, "/key") : undefined;
  if (objects.length > 1) return new Unknown(reason);
  return describe(
    key ?? new Unknown(reason),
    bucket === undefined ? new Unknown(reason) : keepsVersions(bucket),
  );
}

function notHere(name: string): Unknown {
  return new Unknown(`the bucket ${name} is not declared in this input`);
}

function keepsVersions(bucket: Resource): Value {
  const status = plain(propertyAt(bucket, "/VersioningConfiguration/Status"));
  if (status instanceof Unknown || status !== undefined) {
    return status instanceof Unknown ? status : status === "Enabled";
  }
  const lock = plain(propertyAt(bucket, "/ObjectLockEnabled"));
  return lock instanceof Unknown ? lock : lock === true;
}
