import { valueAt } from "../../model/pointer.ts";
import type { Value } from "../../model/value.ts";
import type { FactContext } from "../fact.ts";
import { bucketOfUrl } from "../storage/bucket-of-url.ts";

/** The buckets that the artifacts of a container lie in, as references. */
export function dataBuckets(container: Value, context: FactContext): Value {
  const urls = [
    valueAt(container, ["ModelDataUrl"]),
    valueAt(container, ["ModelDataSource", "S3DataSource", "S3Uri"]),
  ];
  return urls.filter((url) => url !== undefined).map((url) => bucketOfUrl(url, "the artifact", context));
}
