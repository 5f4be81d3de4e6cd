import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, plain } from "../../model/value.ts";
import { writtenText } from "../../model/written-text.ts";
import type { Fact } from "../fact.ts";

export const endpointServiceFact: Fact = {
  name: "Service",
  types: ["AWS::EC2::VPCEndpoint"],
  readFrom: { "AWS::EC2::VPCEndpoint": "/ServiceName" },
  description:
    "The service of AWS that the endpoint leads to, whichever its region is: s3, kms, ecr.api. Absent for the services of others.",
  compute: endpointService,
};

/** `ecr.api` of com.amazonaws.us-east-1.ecr.api; a service of somebody has `vpce` in the place of the region. */
export function endpointService(endpoint: Resource): string | Unknown | undefined {
  const name = propertyAt(endpoint, "/ServiceName");
  const written = writtenText(name);
  if (written?.isWhole === true) {
    const [, region, service] = /^(?:cn\.)?com\.amazonaws\.([^.]+)\.(.+)$/.exec(written.start) ?? [];
    return region === "vpce" ? undefined : service;
  }
  const known = plain(name);
  return known instanceof Unknown ? known : undefined;
}
