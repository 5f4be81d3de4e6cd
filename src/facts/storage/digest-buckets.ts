import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { both } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Reference, Unknown, isValueList, plain } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { resourceBehind } from "./resource-behind.ts";
import { writtenBuckets } from "./written-buckets.ts";

/** What seals the ledger: it runs by a schedule, reads the ledger, and signs. */
const SEALS = ["/Facts/ScheduleIntervals", "/Facts/LedgersRead", "/Facts/SigningKeys"];

export const digestBuckets: Fact = {
  name: "DigestBuckets",
  types: ["AWS::Lambda::Function"],
  needs: ["IdentityStatements", "LedgersRead", "ScheduleIntervals", "SigningKeys"],
  description:
    "Where a function that seals the consent ledger keeps the digests: the buckets that its role may put objects into. A function seals it when it runs by a schedule, may read the ledger and may sign. A bucket that is not in the input is an item that is not known; absent of other functions.",
  compute(lambda, { graph }) {
    let seals: Truth = true;
    for (const pointer of SEALS) seals = both(seals, holdsSome(lambda, pointer));
    if (seals === false) return undefined;
    if (seals === "unknown") return new Unknown(`whether ${lambda.address} seals a ledger is not known`);
    const role = resourceBehind(propertyAt(lambda, "/Role"), graph);
    return role === undefined
      ? new Unknown(`the role of ${lambda.address} is not known`)
      : writtenBuckets(role, { graph });
  },
};

function holdsSome(lambda: Resource, pointer: string): Truth {
  const list = plain(propertyAt(lambda, pointer));
  if (!isValueList(list)) return list instanceof Unknown ? "unknown" : false;
  if (list.some((item) => item instanceof Reference || !(plain(item) instanceof Unknown))) return true;
  return list.length > 0 ? "unknown" : false;
}
