import { isObject } from "../model/is-object.ts";
import type { Problem, SourceErrorCode } from "../model/errors.ts";

/** Why JSON of Azure that no source recognises is no input, and what to do; nothing for JSON of another origin. */
export function explainAzure(
  document: Readonly<Record<string, unknown>>,
  path: string,
): Problem<SourceErrorCode> | undefined {
  const sentence = sentenceFor(document);
  if (sentence === undefined) return undefined;
  return { code: "input-not-recognised", message: `${path}: ${sentence}`, location: { file: path } };
}

function sentenceFor(document: Readonly<Record<string, unknown>>): string | undefined {
  const schema = document["$schema"];
  if (typeof schema === "string" && /deploymentParameters\.json/iu.test(schema)) {
    return "this is a file of parameters for a template of Azure; name the template, and give this file with --param-file";
  }
  if (typeof schema === "string" && /createUiDefinition/iu.test(schema)) {
    return "this describes a form of the Azure portal; scan the template that the form is for (mainTemplate.json)";
  }
  if (hasPolicyRule(document)) {
    return "this is the definition of an Azure policy, which deploys nothing by itself; scan the template that assigns it";
  }
  const { id, value } = document;
  if (typeof id === "string" && /^\/subscriptions\//iu.test(id)) {
    return `this is what Azure answers about one resource that is there; scan the template that declares it, or export one: ${EXPORT}`;
  }
  if (Array.isArray(value) && value.some(isListed)) {
    return `this is a list of resources that Azure answers; export a template of them: ${EXPORT}`;
  }
  return undefined;
}

const EXPORT = "az group export --name GROUP > template.json";

function hasPolicyRule(document: Readonly<Record<string, unknown>>): boolean {
  const { properties } = document;
  const held = isObject(properties) ? properties : document;
  return isObject(held["policyRule"]) || Array.isArray(held["policyDefinitions"]);
}

function isListed(item: unknown): boolean {
  return isObject(item) && typeof item["id"] === "string" && /^\/subscriptions\//iu.test(item["id"]);
}
