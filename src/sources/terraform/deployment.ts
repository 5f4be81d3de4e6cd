import type { Location } from "../../model/location.ts";
import type { Resource } from "../../model/resource.ts";
import type { Placement } from "../../model/settings.ts";
import { isValueList } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";

/** One resource for a provider configuration in use, so that rules can judge where things are deployed. */
export function deploymentResource(
  key: string,
  placement: Placement,
  idPrefix: string,
  location?: Location,
): Resource {
  const { region, account } = placement;
  const address = `provider[${JSON.stringify(key)}]`;
  return {
    id: `${idPrefix}${address}`,
    address,
    type: "Genoscan::Deployment",
    declared: "here",
    identifiers: [],
    placement,
    ...(location !== undefined && { location }),
    properties: {
      Cloud: "aws",
      Provider: key,
      ...(region === undefined ? {} : { Region: region }),
      ...(account === undefined ? {} : { Account: account }),
    },
  };
}

/** The account that a provider configuration names: the only allowed one, or that of the role it takes on. */
export function accountOf(allowed: Value | undefined, roleArn: Value | undefined): string | undefined {
  if (isValueList(allowed) && allowed.length === 1 && typeof allowed[0] === "string") return allowed[0];
  return typeof roleArn === "string" ? /^arn:[^:]*:iam::(\d{12}):/.exec(roleArn)?.[1] : undefined;
}
