import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, plain } from "../../model/value.ts";

const PLAN = "Microsoft.Security/pricings";

/** Whether a plan of Microsoft Defender is on for the whole subscription (`SqlServers`, …); not known where another input may say so. */
export function isPlanOn(graph: ResourceGraph, name: string): boolean | Unknown {
  const plans = graph.ofType(PLAN).map((plan) => switchesOn(plan, name));
  if (plans.includes(true)) return true;
  const maybe = plans.find((plan) => plan instanceof Unknown);
  if (maybe !== undefined) return maybe;
  if (graph.isClosed(PLAN)) return false;
  return new Unknown("Microsoft Defender may be switched on for the whole subscription");
}

/** A plan that is not told apart may be the one that is asked for. */
function switchesOn(plan: Resource, wanted: string): boolean | Unknown {
  const name = plain(propertyAt(plan, "/name")) ?? plan.name;
  const tier = plain(propertyAt(plan, "/properties/pricingTier"));
  if (typeof name === "string" && name !== wanted) return false;
  if (typeof tier === "string" && tier !== "Standard") return false;
  if (name === wanted && tier === "Standard" && plan.uncertain === undefined) return true;
  return new Unknown(`${plan.address} may be Microsoft Defender's plan ${wanted}`);
}
