import { resolveType } from "../../languages/arm/evaluator/resolve-type.ts";
import type { Place } from "../../languages/arm/evaluator/place.ts";
import type { Expression } from "../../languages/arm/expression.ts";
import type { ParameterDeclaration, Template } from "../../languages/arm/template.ts";
import { parsePointer } from "../../model/pointer.ts";
import type { Origin, Resource } from "../../model/resource.ts";
import { emptyMap } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { locate } from "./origin.ts";
import type { ModelWriter } from "./to-model.ts";

export interface DeploymentParts {
  readonly id: string;
  readonly name: string;
  readonly template: Template;
  readonly root: { readonly place: Place };
  readonly writer: ModelWriter;
}

/** Stands for a deployment itself, so that rules can judge where things are deployed, and what it asks for. */
export function deploymentResource({ id, name, template, root, writer }: DeploymentParts): Resource {
  const { place } = root;
  const address = `deployment[${JSON.stringify(name)}]`;
  const account = writer.value(place.subscriptionId, undefined);
  const parameters = [...template.parameters.values()];
  const properties = emptyMap();
  properties["Cloud"] = "azure";
  properties["Scope"] = place.scope;
  properties["Name"] = name;
  if (account !== undefined) properties["Account"] = account;
  properties["Parameters"] = parameters.map((parameter) => describe(template, parameter));
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
      originOf(parameters, address, pointer) ?? { address, location: { file: template.source.path } },
  };
}

/** A parameter as rules see it; what its value is belongs to the resources that it goes into. */
function describe(template: Template, { name, type, defaultValue }: ParameterDeclaration): Value {
  const { type: kind, secure } = resolveType(template, type);
  return {
    Name: name,
    Type: kind,
    Secure: secure === true,
    Default: defaultValue === undefined ? "none" : holdsText(defaultValue) ? "text" : "other",
  };
}

/** True for a text that is written out, and not empty, and for what holds one. */
function holdsText(expression: Expression): boolean {
  switch (expression.kind) {
    case "literal":
      return typeof expression.value === "string" && expression.value !== "";
    case "array":
      return expression.items.some((item) => item.kind !== "spread" && holdsText(item));
    case "object":
      return expression.members.some((member) => holdsText(member.value));
    default:
      return false;
  }
}

function originOf(
  parameters: readonly ParameterDeclaration[],
  address: string,
  pointer: string,
): Origin | undefined {
  const [first, index] = parsePointer(pointer);
  const parameter = first === "Parameters" ? parameters[Number(index)] : undefined;
  if (parameter === undefined) return undefined;
  return { address, attribute: `parameters.${parameter.name}`, location: locate(parameter) };
}
