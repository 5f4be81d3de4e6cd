import { expandTemplate } from "../../languages/arm/expand-template.ts";
import type { ExpandedTemplate } from "../../languages/arm/expand-template.ts";
import { unknownPlace } from "../../languages/arm/evaluator/place.ts";
import type { Place } from "../../languages/arm/evaluator/place.ts";
import type { ResourceInstance } from "../../languages/arm/evaluator/resource-instance.ts";
import type { Template, TemplateProblem } from "../../languages/arm/template.ts";
import type { ArmValue } from "../../languages/arm/values/arm-value.ts";
import type { Diagnostic, Gap } from "../../model/diagnostic.ts";
import type { Resource } from "../../model/resource.ts";
import type { LoadContext, LoadedInput } from "../source.ts";
import { buildResource } from "./build-resource.ts";
import { checkDeployments } from "./check-deployments.ts";
import { deploymentResource } from "./deployment-resource.ts";
import { ResourceIds, writtenId } from "./resource-ids.ts";
import { NeighbourIds } from "./neighbour-ids.ts";
import { ModelWriter } from "./to-model.ts";

/** A template that is deployed on its own. */
export interface AzureDeployment {
  readonly template: Template;
  /** Values of parameters, by their names in lower case. */
  readonly given: ReadonlyMap<string, ArmValue>;
  /** How reports name it: the file without its ending. */
  readonly name: string;
  /** Put before every `Resource.id`, so that two deployments of a scan never share one. */
  readonly idPrefix: string;
}

/** The resources of deployments, each with a resource that stands for the deployment itself. */
export function loadDeployments(
  deployments: readonly AzureDeployment[],
  { settings }: Pick<LoadContext, "settings">,
): LoadedInput {
  const resources: Resource[] = [];
  const diagnostics: Diagnostic[] = [];
  const gaps: Gap[] = [];
  const opened = deployments.map((deployment) => {
    const { template, given } = deployment;
    return {
      deployment,
      expanded: expandTemplate(template, { place: placeOf(template, settings.account), given }),
    };
  });
  const neighbours = neighboursOf(opened);
  for (const [index, { deployment, expanded }] of opened.entries()) {
    const neighbour = (id: string): string | undefined => neighbours?.find(id, index);
    // there may be more than a call takes arguments
    for (const resource of resourcesOf(deployment, expanded, neighbour)) resources.push(resource);
    diagnostics.push(...checkDeployments(expanded.resources));
    for (const problem of expanded.problems()) tell(problem, diagnostics, gaps);
    const { exceeded } = expanded.shared.meter;
    if (exceeded !== undefined) {
      const reason = `not evaluated to the end: ${exceeded}; what depends on the rest is unknown`;
      gaps.push({ code: "arm-limit", subject: deployment.template.source.path, reason });
    }
  }
  return { resources, diagnostics: mostOf(diagnostics), gaps };
}

interface OpenedDeployment {
  readonly deployment: AzureDeployment;
  readonly expanded: ExpandedTemplate;
}

/** What each deployment makes, for the others. */
function neighboursOf(opened: readonly OpenedDeployment[]): NeighbourIds | undefined {
  if (opened.length < 2) return undefined;
  const neighbours = new NeighbourIds();
  for (const [index, { deployment, expanded }] of opened.entries()) {
    for (const resource of expanded.resources) {
      const id = resource.isExisting ? undefined : writtenId(resource.id);
      if (id !== undefined) neighbours.add(id, index, `${deployment.idPrefix}${resource.address}`);
    }
  }
  return neighbours;
}

const SUBSCRIPTION = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/iu;

/** The place that the settings say; what they do not say is known at deployment. */
function placeOf({ scope }: Template, account: string | undefined): Place {
  const place = unknownPlace(scope ?? "resourceGroup");
  return account !== undefined && SUBSCRIPTION.test(account) ? { ...place, subscriptionId: account } : place;
}

function resourcesOf(
  { name, idPrefix, template }: AzureDeployment,
  expanded: ExpandedTemplate,
  neighbour: (id: string) => string | undefined,
): readonly Resource[] {
  const deployment = `${idPrefix}deployment[${JSON.stringify(name)}]`;
  const ids = new ResourceIds(neighbour);
  const idOf = (resource: ResourceInstance): string => `${idPrefix}${resource.address}`;
  // what is deployed comes before what is only named, and one that is named twice is one
  const ordered = [...expanded.resources].sort(
    (one, other) => Number(one.isExisting) - Number(other.isExisting),
  );
  const kept = new Set<ResourceInstance>();
  for (const resource of ordered) {
    if (resource.isExisting && ids.get(resource.id).length > 0) continue;
    kept.add(resource);
    ids.add(resource.id, idOf(resource));
  }
  const writer = new ModelWriter(ids, deployment);
  const built = expanded.resources
    .filter((resource) => kept.has(resource))
    .map((resource) => buildResource(resource, { writer, idOf, deployment }));
  return [...built, deploymentResource({ id: deployment, name, template, expanded, writer })];
}

function tell(problem: TemplateProblem, diagnostics: Diagnostic[], gaps: Gap[]): void {
  const { code, level, message, source, start } = problem;
  const location = source.locate(start);
  if (level === "gap") gaps.push({ code, subject: source.path, reason: message, location });
  else diagnostics.push({ code, level, message, location });
}

/** Beyond this many of one kind the rest is counted. */
const MOST_OF_A_KIND = 50;

function mostOf(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  const kept: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const count = (counts.get(diagnostic.code) ?? 0) + 1;
    counts.set(diagnostic.code, count);
    if (count <= MOST_OF_A_KIND) kept.push(diagnostic);
  }
  for (const [code, count] of counts) {
    if (count <= MOST_OF_A_KIND) continue;
    const message = `${String(count - MOST_OF_A_KIND)} more of this kind are not listed`;
    kept.push({ code, level: "note", message });
  }
  return kept;
}
