import { Unknown, isValueList, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { exactList } from "../exact-list.ts";
import { reachesEvery } from "./reaches-every.ts";
import { truthOfPart } from "./truth-of-part.ts";

/**
 * The services of which a list of action patterns gives every action: `s3:*` gives `s3`; `*` and `*:*` give `*`, which
 * is all of them. A pattern that is not known is an item that is not known.
 */
export function wholeServices(actions: Value | undefined): Value {
  const list = plain(actions);
  if (list === undefined) return [];
  if (!isValueList(list)) return list instanceof Unknown ? list : new Unknown("actions are no list");
  const services: Value[] = [];
  for (const item of list) {
    const service = wholeService(item);
    if (service !== undefined) services.push(service);
  }
  return exactList(services);
}

function wholeService(item: Value): Value | undefined {
  const pattern = plain(item);
  if (typeof pattern !== "string") {
    return pattern instanceof Unknown ? pattern : new Unknown("an action is no text");
  }
  if (!pattern.includes("*")) return undefined;
  if (/^[*]+(?::[*]+)?$/.test(pattern)) return "*";
  const [service = "", action = ""] = pattern.toLowerCase().split(":");
  return /^[*?]*[*][*?]*$/.test(action) ? service : undefined;
}

/** Prefixes of actions whose resources have ARNs of another service. */
const ARN_SERVICES: ReadonlyMap<string, string> = new Map([
  ["cloudfront-keyvaluestore", "cloudfront"],
  ["kafka-cluster", "kafka"],
  ["redshift-data", "redshift"],
  // roles
  ["sts", "iam"],
]);

/**
 * Those of the services that a statement gives on all resources of the service: the bucket that a statement names bounds `s3:*`,
 * although it names every log group beside it. `*` stays, whatever the resources are.
 */
export function unboundServices(services: Value, statement: ValueMap): Value {
  if (!isValueList(services)) return reachesEvery(statement, "resource") === false ? [] : services;
  return services.flatMap((service): readonly Value[] => {
    if (service === "*") return [service];
    const named = typeof service === "string" && !/[*?]/.test(service);
    const reach = reachesEvery(
      statement,
      "resource",
      named ? (ARN_SERVICES.get(service) ?? service) : undefined,
    );
    const truth = truthOfPart(reach, statement["Resources"]);
    if (truth instanceof Unknown) return [truth];
    return truth === true ? [service] : [];
  });
}
