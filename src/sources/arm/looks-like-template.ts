import { isObject } from "../../model/is-object.ts";

const SCHEMA = /\/(?:subscription|managementGroup|tenant)?deploymentTemplate\.json#?$/iu;

/** True for JSON that is a template: it has the schema of one, or resources with types such as `Microsoft.Storage/storageAccounts`. */
export function looksLikeArmTemplate(json: unknown): boolean {
  if (!isObject(json)) return false;
  const schema = json["$schema"];
  if (typeof schema === "string" && SCHEMA.test(schema)) return true;
  if (typeof json["contentVersion"] !== "string") return false;
  const { resources } = json;
  const listed = Array.isArray(resources) ? resources : isObject(resources) ? Object.values(resources) : [];
  return listed.some((resource: unknown) => isObject(resource) && isType(resource["type"]));
}

/** The same of a text that is not quite JSON: ARM takes comments. */
export function looksLikeArmText(text: string): boolean {
  return (
    /^\s*(?:\{|\/[/*])/u.test(text) &&
    /"\$schema"\s*:\s*"[^"\n]*\/(?:subscription|managementGroup|tenant)?deploymentTemplate\.json#?"/iu.test(
      text.slice(0, 10_000),
    )
  );
}

function isType(value: unknown): boolean {
  return typeof value === "string" && /^[\w.]+\/[\w./]+$/u.test(value);
}
