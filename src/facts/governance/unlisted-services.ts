import type { Resource } from "../../model/resource.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { HIPAA_LIST, serviceOfType } from "./service-of-type.ts";

export const unlistedServices: Fact = {
  name: "UnlistedServices",
  types: ["Genoscan::Deployment"],
  description: `The services that resources of the deployment belong to and that AWS's list of HIPAA eligible services of ${HIPAA_LIST.asOf} does not name, each with one such resource. Services that hold no health data by their nature (IAM, budgets) are left out; a type of which nobody has looked up the service is an item that is not known.`,
  fields: { Resource: true, Service: true },
  compute(deployment, { graph }) {
    const found = new Map<string, Value>();
    for (const type of graph.types()) {
      if (!isOfAws(type)) continue;
      const known = serviceOfType(type);
      const key = known?.service ?? type;
      if (found.has(key) || (known !== undefined && known.standing !== "not-listed")) continue;
      const resource = graph
        .ofType(type)
        .find((one) => one.declared === "here" && isPlacedAlike(one, deployment));
      if (resource === undefined) continue;
      found.set(key, known === undefined ? open(resource) : { Service: key, Resource: resource.address });
    }
    return [...found.values()];
  },
};

function open({ type, address }: Resource): Unknown {
  return new Unknown(
    `the service of ${type} (${address}) is not on the list of ${HIPAA_LIST.asOf} that genoscan has`,
  );
}

function isOfAws(type: string): boolean {
  return type.startsWith("AWS::") || /^aws(?:cc)?_/.test(type);
}

/** Deployed by a provider configuration for the same account and region, as far as the input tells both. */
function isPlacedAlike(resource: Resource, deployment: Resource): boolean {
  return (["account", "region"] as const).every((part) => {
    const own = plain(resource.placement?.[part]);
    const other = plain(deployment.placement?.[part]);
    return typeof own !== "string" || typeof other !== "string" || own === other;
  });
}
