import type { ExpandedTemplate } from "../../languages/arm/expand-template.ts";
import type { Template } from "../../languages/arm/template.ts";
import { parsePointer } from "../../model/pointer.ts";
import type { Origin, Resource } from "../../model/resource.ts";
import { emptyMap } from "../../model/value.ts";
import { describeExposed } from "./describe-exposed.ts";
import { describeParameters } from "./describe-parameters.ts";
import type { DescribedParameter } from "./describe-parameters.ts";
import { locate } from "./origin.ts";
import type { ModelWriter } from "./to-model.ts";

export interface DeploymentParts {
  readonly id: string;
  readonly name: string;
  readonly template: Template;
  readonly expanded: ExpandedTemplate;
  readonly writer: ModelWriter;
}

/** Stands for a deployment itself, so that rules can judge where things are deployed, and what it asks for. */
export function deploymentResource({ id, name, template, expanded, writer }: DeploymentParts): Resource {
  const { place } = expanded.root;
  const address = `deployment[${JSON.stringify(name)}]`;
  const account = writer.value(place.subscriptionId, undefined);
  const parameters = describeParameters(template, expanded.resources);
  const exposed = describeExposed(expanded);
  const properties = emptyMap();
  properties["Cloud"] = "azure";
  properties["Scope"] = place.scope;
  properties["Name"] = name;
  if (account !== undefined) properties["Account"] = account;
  properties["Parameters"] = parameters.map(({ value }) => value);
  properties["Exposed"] = exposed.map(({ value }) => value);
  return {
    id,
    address,
    type: "Genoscan::Deployment",
    declared: "here",
    identifiers: [],
    placement: { cloud: "azure", region: undefined, account, deployment: id },
    location: { file: template.source.path },
    properties,
    origin: (pointer) =>
      originOf({ Parameters: parameters, Exposed: exposed }, address, pointer) ?? {
        address,
        location: { file: template.source.path },
      },
  };
}

function originOf(
  described: Readonly<Record<string, readonly Omit<DescribedParameter, "value">[]>>,
  address: string,
  pointer: string,
): Origin | undefined {
  const [first = "", index] = parsePointer(pointer);
  const one = Object.hasOwn(described, first) ? described[first]?.[Number(index)] : undefined;
  return one === undefined ? undefined : { address, attribute: one.attribute, location: locate(one.written) };
}
