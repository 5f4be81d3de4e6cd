import { propertyAt } from "../../model/resource.ts";
import { Unknown } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { copiedFrom } from "../written-at.ts";
import { childrenOf } from "./children-of.ts";

const BLOBS = "Microsoft.Storage/storageAccounts/blobServices";

export const blobService: Fact = {
  name: "BlobService",
  types: ["Microsoft.Storage/storageAccounts"],
  description:
    "The settings of the account's blob service as the input makes them, in the words of blobServices; empty when the input sets none, which leaves everything as Azure makes it: without soft delete, versioning and change feed.",
  fields: {
    changeFeed: { enabled: true, retentionInDays: true },
    containerDeleteRetentionPolicy: { days: true, enabled: true },
    deleteRetentionPolicy: { days: true, enabled: true },
    isVersioningEnabled: true,
    restorePolicy: { days: true, enabled: true },
  },
  compute(account, { graph }) {
    if (account.declared === "elsewhere") {
      return new Unknown(`${account.address} is not declared in this input`);
    }
    const { certain, possible } = childrenOf(graph, account, BLOBS);
    const [service] = certain;
    if (service !== undefined) {
      return copiedFrom(propertyAt(service, "/properties") ?? {}, service, "/properties");
    }
    const [maybe] = possible;
    return maybe === undefined ? {} : new Unknown(`${maybe.address} may be its blob service`);
  },
};
