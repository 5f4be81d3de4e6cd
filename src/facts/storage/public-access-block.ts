import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { both, either } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";
import { inSameAccount } from "../same-place.ts";

/** CloudFormation cannot set it. */
const OF_ACCOUNT = "aws_s3_account_public_access_block";

const FLAGS: readonly (readonly [string, string])[] = [
  ["BlockPublicAcls", "block_public_acls"],
  ["BlockPublicPolicy", "block_public_policy"],
  ["IgnorePublicAcls", "ignore_public_acls"],
  ["RestrictPublicBuckets", "restrict_public_buckets"],
];

export const publicAccessBlock: Fact = {
  name: "PublicAccessBlock",
  types: ["AWS::S3::Bucket"],
  description:
    "The four blocks on public access as the input sets them: a block holds when the bucket has it or its account.",
  fields: {
    BlockPublicAcls: true,
    BlockPublicPolicy: true,
    IgnorePublicAcls: true,
    RestrictPublicBuckets: true,
  },
  compute(bucket, { graph }) {
    if (bucket.declared === "elsewhere") return undefined;
    const accounts = graph.ofType(OF_ACCOUNT).filter(({ declared }) => declared === "here");
    return Object.fromEntries(
      FLAGS.map(([flag, argument]) => [flag, effective(bucket, flag, argument, accounts)]),
    );
  },
};

function effective(
  bucket: Resource,
  flag: string,
  argument: string,
  accounts: FactContext["graph"]["resources"],
): Value {
  let truth = isSet(bucket, `/PublicAccessBlockConfiguration/${flag}`);
  for (const account of accounts) {
    truth = either(truth, both(isSet(account, `/${argument}`), inSameAccount(account, bucket)));
  }
  if (truth !== "unknown") return truth;
  const own = plain(propertyAt(bucket, `/PublicAccessBlockConfiguration/${flag}`));
  return own instanceof Unknown
    ? own
    : new Unknown(`whether ${flag} holds for the account of the bucket is not known`);
}

function isSet(resource: Resource, pointer: string): Truth {
  const value = plain(propertyAt(resource, pointer));
  return value instanceof Unknown ? "unknown" : value === true || value === "true";
}
