import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { both, either } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, emptyMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { inSameAccount } from "../same-place.ts";

/** CloudFormation cannot set it. */
const OF_ACCOUNT = "aws_s3_account_public_access_block";

interface Flag {
  readonly name: string;
  /** Where a bucket says it, and where the block of an account does. */
  readonly pointer: string;
  readonly ofAccount: string;
}

const FLAGS: readonly Flag[] = [
  flag("BlockPublicAcls", "block_public_acls"),
  flag("BlockPublicPolicy", "block_public_policy"),
  flag("IgnorePublicAcls", "ignore_public_acls"),
  flag("RestrictPublicBuckets", "restrict_public_buckets"),
];

function flag(name: string, argument: string): Flag {
  return { name, pointer: `/PublicAccessBlockConfiguration/${name}`, ofAccount: `/${argument}` };
}

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
    const accounts = graph.ofType(OF_ACCOUNT);
    const blocks = emptyMap();
    for (const each of FLAGS) blocks[each.name] = effective(bucket, each, accounts);
    return blocks;
  },
};

function effective(
  bucket: Resource,
  { name, pointer, ofAccount }: Flag,
  accounts: readonly Resource[],
): Value {
  let truth = isSet(bucket, pointer);
  for (const account of accounts) {
    if (account.declared !== "here") continue;
    truth = either(truth, both(isSet(account, ofAccount), inSameAccount(account, bucket)));
  }
  if (truth !== "unknown") return truth;
  const own = plain(propertyAt(bucket, pointer));
  return own instanceof Unknown
    ? own
    : new Unknown(`whether ${name} holds for the account of the bucket is not known`);
}

function isSet(resource: Resource, pointer: string): Truth {
  const value = plain(propertyAt(resource, pointer));
  return value instanceof Unknown ? "unknown" : value === true || value === "true";
}
