import { isObject } from "../../model/is-object.ts";

/** True for JSON with a list of changes that have a `changeType`, or for one that says that there are none. */
export function looksLikeWhatIf(json: unknown): boolean {
  if (!isObject(json)) return false;
  const { properties } = json;
  const changes = json["changes"] ?? (isObject(properties) ? properties["changes"] : undefined);
  if (Array.isArray(changes)) {
    // a change set of CloudFormation and a plan of Terraform have other names
    if (changes.length === 0) return "status" in json || "potentialChanges" in json;
    return changes.some((change: unknown) => isObject(change) && typeof change["changeType"] === "string");
  }
  return "status" in json && isObject(json["error"]) && ("changes" in json || isObject(properties));
}
