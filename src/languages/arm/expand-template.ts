import { NOTHING_GIVEN } from "./evaluator/parameter-value.ts";
import { unknownPlace } from "./evaluator/place.ts";
import type { Place } from "./evaluator/place.ts";
import type { DeployedTemplate, ResourceInstance } from "./evaluator/resource-instance.ts";
import { Shared } from "./evaluator/shared.ts";
import { TemplateInstance } from "./evaluator/template-instance.ts";
import type { ParameterDeclaration, Template, TemplateProblem } from "./template.ts";
import { Open } from "./values/arm-value.ts";
import type { ArmValue } from "./values/arm-value.ts";

export interface ExpandOptions {
  readonly place: Place;
  /** Values of parameters, by their names in lower case. */
  readonly given: ReadonlyMap<string, ArmValue>;
  /** Put before every address. */
  readonly addressPrefix?: string;
}

export interface ExpandedTemplate {
  readonly root: TemplateInstance;
  readonly shared: Shared;
  /** Those of nested deployments after the deployment; the ones whose condition is false are left out. */
  readonly resources: readonly ResourceInstance[];
  /** What was found until now: evaluation of a resource may find more. */
  problems(): readonly TemplateProblem[];
}

/** The resources that a template declares, with those of its nested deployments. */
export function expandTemplate(template: Template, options: ExpandOptions): ExpandedTemplate {
  const root = instantiate(template, options);
  const { shared } = root;
  const resources: ResourceInstance[] = [];
  collect(root, resources);
  return { root, shared, resources, problems: () => shared.problems() };
}

function instantiate(
  template: Template,
  { place, given, addressPrefix = "" }: ExpandOptions,
): TemplateInstance {
  return new TemplateInstance({
    shared: new Shared(),
    template,
    place,
    given: { ...NOTHING_GIVEN, values: given },
    name: undefined,
    outer: undefined,
    addressPrefix,
    calls: [],
    uncertain: undefined,
    depth: 0,
  });
}

function collect(instance: DeployedTemplate, resources: ResourceInstance[]): void {
  for (const resource of instance.resources()) {
    if (resource.isThere === false) continue;
    resources.push(resource);
    const { nested } = resource;
    if (nested !== undefined && !(nested instanceof Open)) collect(nested, resources);
  }
  instance.checkParameters();
}

/** The default of a parameter as it stands in the template, whatever a deployment gives. */
export function evaluateDefault(template: Template, { name }: ParameterDeclaration): ArmValue {
  const place = unknownPlace(template.scope ?? "resourceGroup");
  return instantiate(template, { place, given: new Map() }).parameter(name) ?? null;
}

/** The values that the assignments of a `.bicepparam` give, by the names of the parameters in lower case. */
export function evaluateAssignments(assignments: Template, place: Place): ReadonlyMap<string, ArmValue> {
  const root = instantiate(assignments, { place, given: new Map() });
  const values = new Map<string, ArmValue>();
  for (const { name } of assignments.parameters.values()) {
    const value = root.parameter(name);
    if (value !== undefined) values.set(name.toLowerCase(), value);
  }
  return values;
}
