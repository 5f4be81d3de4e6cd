import type { Place } from "../../languages/arm/evaluator/place.ts";
import type { Template } from "../../languages/arm/template.ts";
import type { Resource } from "../../model/resource.ts";
import { emptyMap } from "../../model/value.ts";
import type { ModelWriter } from "./to-model.ts";

export interface DeploymentParts {
  readonly id: string;
  readonly name: string;
  readonly template: Template;
  readonly root: { readonly place: Place };
  readonly writer: ModelWriter;
}

/** Stands for a deployment itself, so that rules can judge where things are deployed. */
export function deploymentResource({ id, name, template, root, writer }: DeploymentParts): Resource {
  const { place } = root;
  const account = writer.value(place.subscriptionId, undefined);
  const properties = emptyMap();
  properties["Cloud"] = "azure";
  properties["Scope"] = place.scope;
  properties["Name"] = name;
  if (account !== undefined) properties["Account"] = account;
  return {
    id,
    address: `deployment[${JSON.stringify(name)}]`,
    type: "Genoscan::Deployment",
    declared: "here",
    identifiers: [],
    placement: { cloud: "azure", region: undefined, account, deployment: id },
    location: { file: template.source.path },
    properties,
  };
}
