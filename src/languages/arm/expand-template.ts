import { NOTHING_GIVEN } from "./evaluator/parameter-value.ts";
import type { Place } from "./evaluator/place.ts";
import type { DeployedTemplate, ResourceInstance } from "./evaluator/resource-instance.ts";
import { Shared } from "./evaluator/shared.ts";
import { TemplateInstance } from "./evaluator/template-instance.ts";
import type { Template, TemplateProblem } from "./template.ts";
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
  const shared = new Shared();
  const root = new TemplateInstance({
    shared,
    template,
    place: options.place,
    given: { ...NOTHING_GIVEN, values: options.given },
    name: undefined,
    outer: undefined,
    addressPrefix: options.addressPrefix ?? "",
    calls: [],
    uncertain: undefined,
    depth: 0,
  });
  const resources: ResourceInstance[] = [];
  collect(root, resources);
  return { root, shared, resources, problems: () => shared.problems() };
}

function collect(instance: DeployedTemplate, resources: ResourceInstance[]): void {
  for (const resource of instance.resources()) {
    if (resource.isThere === false) continue;
    resources.push(resource);
    const { nested } = resource;
    if (nested !== undefined && !(nested instanceof Open)) collect(nested, resources);
  }
}

/** The values that the assignments of a `.bicepparam` give, by the names of the parameters in lower case. */
export function evaluateAssignments(assignments: Template, place: Place): ReadonlyMap<string, ArmValue> {
  const { root } = expandTemplate(assignments, { place, given: new Map() });
  const values = new Map<string, ArmValue>();
  for (const { name } of assignments.parameters.values()) {
    const value = root.parameter(name);
    if (value !== undefined) values.set(name.toLowerCase(), value);
  }
  return values;
}
