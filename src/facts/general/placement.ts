import { Unknown } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

export const region: Fact = {
  name: "Region",
  types: "*",
  description: "The region that the resource is deployed to, from the provider configuration or the input.",
  compute: (resource) => resource.placement?.region ?? new Unknown("the input does not say the region"),
};

export const account: Fact = {
  name: "Account",
  types: "*",
  description:
    "The account that the resource is deployed to, from the provider configuration or genoscan.yaml.",
  compute: (resource, { settings }) =>
    resource.placement?.account ??
    settings.account ??
    new Unknown("the input does not say which account it deploys to; set account in genoscan.yaml"),
};
