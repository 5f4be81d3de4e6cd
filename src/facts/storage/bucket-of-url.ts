import { Reference, Unknown, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { FactContext } from "../fact.ts";
import { mapKnown } from "../machine-learning/map-known.ts";

/** The bucket that a URL of an object or prefix is about, as a reference; `what` names the thing that lies there. */
export function bucketOfUrl(url: Value, what: string, { graph }: FactContext): Value {
  const known = plain(url);
  if (known instanceof Unknown) {
    const references = referencesOf(url);
    const isBucket =
      references.length > 0 &&
      references.every(({ target }) => graph.get(target)?.type === "AWS::S3::Bucket");
    return isBucket ? url : new Unknown(known.reason);
  }
  return mapKnown(url, (text) => {
    const name = typeof text === "string" ? bucketName(text) : undefined;
    if (name === undefined) return new Unknown(`the URL of ${what} does not name a bucket`);
    const bucket = graph.ofType("AWS::S3::Bucket").find(({ identifiers }) => identifiers.includes(name));
    return bucket === undefined
      ? new Unknown(`the bucket ${name} is not declared in this input`)
      : new Reference(bucket.id, undefined, name);
  });
}

/** `s3://bucket/key`, or a URL of S3 with the bucket in the host or in the path. */
function bucketName(url: string): string | undefined {
  const [, host, path] = /^https:\/\/([^/]+)\/([^/]+)/.exec(url) ?? [];
  if (host === undefined) return /^s3:\/\/([^/]+)/.exec(url)?.[1];
  const [, inHost] = /^(.+)\.s3[.-][a-z0-9.-]*amazonaws\.com(?:\.cn)?$/.exec(host) ?? [];
  if (inHost !== undefined) return inHost;
  return /^s3[.-][a-z0-9.-]*amazonaws\.com(?:\.cn)?$/.test(host) ? path : undefined;
}
