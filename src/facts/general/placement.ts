import type { Resource } from "../../model/resource.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

export const region: Fact = {
  name: "Region",
  types: "*",
  readFrom: { "Microsoft.*": "/location" },
  description:
    "The region that the resource is deployed to, from the provider configuration or the input; in Azure its location, as its name is written in templates (East US 2 is eastus2), and absent for what has none.",
  compute: (resource) =>
    resource.type.startsWith("Microsoft.")
      ? location(resource)
      : (resource.placement?.region ?? new Unknown("the input does not say the region")),
};

function location(resource: Resource): Value | undefined {
  const written = plain(resource.properties["location"]);
  return typeof written === "string" ? written.replaceAll(/\s/gu, "").toLowerCase() : (written ?? undefined);
}

export const account: Fact = {
  name: "Account",
  types: "*",
  description:
    "The account that the resource is deployed to, from the provider configuration or genoscan.yaml.",
  compute: (resource, { settings }) => resource.placement?.account ?? settings.account ?? NOT_TOLD,
};

const NOT_TOLD = new Unknown(
  "the input does not say which account it deploys to; set account in genoscan.yaml",
);
