import { propertyAt } from "../../model/resource.ts";
import { Unknown, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { bucketOfUrl } from "../storage/bucket-of-url.ts";

export const temporaryBucket: Fact = {
  name: "TemporaryBucket",
  types: ["AWS::Glue::Job"],
  description:
    "The bucket in which the job keeps what it works on: that of its argument --TempDir, those that a run cannot change first. Absent when the job names none.",
  compute(job, context) {
    for (const pointer of ["/NonOverridableArguments", "/DefaultArguments"]) {
      const url = argumentAt(propertyAt(job, pointer));
      if (url !== undefined) return bucketOfUrl(url, "the temporary files", context);
    }
    return undefined;
  },
};

function argumentAt(given: Value | undefined): Value | undefined {
  const known = plain(given);
  if (known instanceof Unknown) return new Unknown(known.reason);
  const url = isValueMap(known) ? known["--TempDir"] : undefined;
  return url === "" || url === null ? undefined : url;
}
