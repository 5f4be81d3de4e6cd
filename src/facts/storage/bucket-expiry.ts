import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Sensitive, Unknown, isSensitive, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

/** S3 does not document how long a year is; 365 days are the least that it can be. */
const DAYS_OF_YEAR = 365;

export const bucketExpiry: Fact = {
  name: "Expiry",
  types: ["AWS::S3::Bucket"],
  readFrom: { "AWS::S3::Bucket": "/LifecycleConfiguration" },
  description:
    "What the lifecycle of the bucket deletes, one item for each enabled rule and kind: the age in days (0 for a date, which comes for every object) and the days of the bucket's default lock.",
  fields: { Rule: true, Days: true, LockDays: true },
  compute(bucket) {
    const rules = propertyAt(bucket, "/LifecycleConfiguration/Rules");
    const known = plain(rules);
    if (known === undefined) return bucket.declared === "elsewhere" ? undefined : [];
    if (known instanceof Unknown) return known;
    if (!isValueList(known)) return [];
    const lock = lockDays(bucket);
    const expiry = known.flatMap((rule) => expiryOf(rule, lock));
    return isSensitive(rules) ? new Sensitive(expiry) : expiry;
  },
};

/** The days for which a new object is locked unless it says otherwise; absent when it is not. */
function lockDays(bucket: Resource): Value | undefined {
  const retention = "/ObjectLockConfiguration/Rule/DefaultRetention";
  const days = plain(propertyAt(bucket, `${retention}/Days`));
  if (days instanceof Unknown || (typeof days === "number" && days > 0)) return days;
  const years = plain(propertyAt(bucket, `${retention}/Years`));
  if (years instanceof Unknown) return years;
  return typeof years === "number" && years > 0 ? years * DAYS_OF_YEAR : undefined;
}

function expiryOf(value: Value, lock: Value | undefined): readonly Value[] {
  const rule = plain(value);
  if (rule instanceof Unknown) return [rule];
  if (!isValueMap(rule)) return [];
  const status = plain(rule["Status"]);
  const ages = agesOf(rule);
  if (status === "Disabled" || ages.length === 0) return [];
  if (status instanceof Unknown) {
    return [new Unknown(`whether a lifecycle rule is enabled is not known: ${status.reason}`)];
  }
  return ages.map((days) => ({
    Rule: rule["Id"] ?? "",
    Days: days,
    ...(lock === undefined ? {} : { LockDays: lock }),
  }));
}

function agesOf(rule: ValueMap): readonly Value[] {
  const noncurrent = plain(rule["NoncurrentVersionExpiration"]);
  const days = [
    rule["ExpirationInDays"],
    rule["NoncurrentVersionExpirationInDays"],
    isValueMap(noncurrent) ? noncurrent["NoncurrentDays"] : noncurrent,
  ];
  // the provider reads "not set" as 0; S3 takes 1 at the least
  const ages = days.filter((age) => age !== undefined).filter((age) => plain(age) !== 0);
  const date = plain(rule["ExpirationDate"]);
  if (date === undefined) return ages;
  return [...ages, date instanceof Unknown ? date : 0];
}
