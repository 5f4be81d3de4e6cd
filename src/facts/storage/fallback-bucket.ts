import { propertyAt } from "../../model/resource.ts";
import type { Fact } from "../fact.ts";
import { bucketOfUrl } from "./bucket-of-url.ts";

export const fallbackBucket: Fact = {
  name: "FallbackBucket",
  types: ["AWS::Omics::SequenceStore"],
  description:
    "The bucket that a sequence store writes to what it cannot take in directly, by its FallbackLocation. Absent when the store names none.",
  compute(store, context) {
    const location = propertyAt(store, "/FallbackLocation");
    if (location === undefined || location === "") return undefined;
    return bucketOfUrl(location, "the fallback location", context);
  },
};
