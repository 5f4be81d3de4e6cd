import { propertyAt } from "../../model/resource.ts";
import { Unknown, UnknownText, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

export const authorityOrigin: Fact = {
  name: "AuthorityOrigin",
  types: ["Microsoft.HealthcareApis/workspaces/fhirservices"],
  readFrom: {
    "Microsoft.HealthcareApis/workspaces/fhirservices": "/properties/authenticationConfiguration/authority",
  },
  description:
    "Where the authority lies whose tokens the FHIR service takes: scheme and host, in lower case, also when the tenant after it is known only at deployment. Absent when the input names no authority.",
  compute(service) {
    const value = propertyAt(service, "/properties/authenticationConfiguration/authority");
    const known = value instanceof UnknownText ? value : plain(value);
    if (known === undefined || known === null) return undefined;
    const origin = originOf(known);
    if (origin !== undefined) return origin;
    return known instanceof Unknown ? known : new Unknown("the authority is no address");
  },
};

/** The slash after the host has to be there: what follows a part of a host is not known. */
function originOf(value: Value): string | undefined {
  const start = value instanceof UnknownText ? plain(value.pieces[0]) : value;
  return typeof start === "string"
    ? /^[a-z]+:\/\/[^/]+(?=\/)/iu.exec(`${start}${value === start ? "/" : ""}`)?.[0].toLowerCase()
    : undefined;
}
