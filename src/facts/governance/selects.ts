import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { both, either, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Reference, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { matchesGlob } from "../identity/matches-glob.ts";
import { matchesSelectedArn } from "./matches-selected-arn.ts";

/**
 * Whether a backup selection takes a resource: one of its ARNs or one of its tags fits (with neither, all do), every
 * condition holds, and no exception names it.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
 */
export function selects(selection: Resource, resource: Resource, graph: ResourceGraph): Truth {
  const list = (name: string): Value | undefined => propertyAt(selection, `/BackupSelection/${name}`);
  const byArn = (entry: Value): Truth => matchesSelectedArn(entry, resource, graph);
  const named = someItem(list("Resources"), byArn);
  const tagged = someItem(list("ListOfTags"), (item) => tagIs(item, resource, "equals"));
  const chosen = named === undefined && tagged === undefined ? true : either(named ?? false, tagged ?? false);
  const excepted = someItem(list("NotResources"), byArn) ?? false;
  return both(chosen, both(conditionsHold(list("Conditions"), resource), negate(excepted)));
}

/** `undefined` for no list and for an empty one, which is the same to AWS Backup. */
function someItem(value: Value | undefined, test: (item: Value) => Truth): Truth | undefined {
  // a list with one reference as its only item stands in a plan as that reference
  const items = value instanceof Reference ? [value] : plain(value);
  if (items === undefined) return undefined;
  if (!isValueList(items)) return "unknown";
  if (items.length === 0) return undefined;
  let truth: Truth = false;
  for (const item of items) truth = either(truth, test(item));
  return truth;
}

type Comparison = "equals" | "like";

const CONDITIONS: readonly (readonly [name: string, comparison: Comparison, wanted: boolean])[] = [
  ["StringEquals", "equals", true],
  ["StringLike", "like", true],
  ["StringNotEquals", "equals", false],
  ["StringNotLike", "like", false],
];

function conditionsHold(value: Value | undefined, resource: Resource): Truth {
  const conditions = plain(value);
  if (conditions === undefined) return true;
  if (!isValueMap(conditions)) return "unknown";
  let truth: Truth = true;
  for (const [name, comparison, wanted] of CONDITIONS) {
    const items = plain(conditions[name]);
    if (items === undefined) continue;
    if (!isValueList(items)) return "unknown";
    for (const item of items) {
      const is = tagIs(item, resource, comparison);
      truth = both(truth, wanted ? is : negate(is));
    }
  }
  return truth;
}

/** Whether the tag that a condition names has its value; keys may be written with or without aws:ResourceTag/. */
function tagIs(item: Value, resource: Resource, comparison: Comparison): Truth {
  const condition = plain(item);
  if (!isValueMap(condition)) return "unknown";
  const key = plain(condition["ConditionKey"]);
  const wanted = plain(condition["ConditionValue"]);
  const tags = plain(propertyAt(resource, "/Facts/Tags"));
  if (typeof key !== "string" || typeof wanted !== "string") return "unknown";
  if (tags === undefined) return false;
  if (!isValueMap(tags)) return "unknown";
  const name = key.replace(/^aws:ResourceTag\//i, "");
  if (!Object.hasOwn(tags, name)) return false;
  const held = plain(tags[name]);
  if (typeof held !== "string") return "unknown";
  return comparison === "equals" ? held === wanted : matchesGlob(held, wanted);
}
