import type { ResourceInstance } from "../../languages/arm/evaluator/resource-instance.ts";
import type { TemplateProblem } from "../../languages/arm/template.ts";
import type { Diagnostic, Gap } from "../../model/diagnostic.ts";
import type { Resource } from "../../model/resource.ts";
import type { LoadedInput } from "../source.ts";
import type { AzureScan } from "./azure-scan.ts";
import { buildResource } from "./build-resource.ts";
import { checkDeployments } from "./check-deployments.ts";
import { deploymentResource } from "./deployment-resource.ts";
import { mostOfAKind } from "./most-of-a-kind.ts";
import type { OpenedDeployment } from "./opened-deployment.ts";
import { Repeated } from "./repeated.ts";
import { ResourceIds } from "./resource-ids.ts";
import { ModelWriter } from "./to-model.ts";

/** The resources of deployments, each with a resource that stands for the deployment itself. */
export function buildDeployments(opened: readonly OpenedDeployment[], scan: AzureScan): LoadedInput {
  const resources: Resource[] = [];
  const diagnostics: Diagnostic[] = [];
  const gaps: Gap[] = [];
  for (const one of opened) {
    const { deployment, expanded } = one;
    // there may be more than a call takes arguments
    for (const resource of resourcesOf(one, scan.neighbourOf(one))) resources.push(resource);
    diagnostics.push(...checkDeployments(expanded.resources));
    for (const problem of expanded.problems()) tell(problem, diagnostics, gaps);
    const { exceeded } = expanded.shared.meter;
    if (exceeded !== undefined) {
      const reason = `not evaluated to the end: ${exceeded}; what depends on the rest is unknown`;
      gaps.push({ code: "arm-limit", subject: deployment.template.source.path, reason });
    }
  }
  return { resources, diagnostics: mostOfAKind(diagnostics), gaps };
}

function resourcesOf(
  { deployment: { name, idPrefix, template }, expanded }: OpenedDeployment,
  neighbour: ((id: string) => string | undefined) | undefined,
): readonly Resource[] {
  const deployment = `${idPrefix}deployment[${JSON.stringify(name)}]`;
  const ids = new ResourceIds(neighbour);
  const idOf = (resource: ResourceInstance): string => `${idPrefix}${resource.address}`;
  // what is deployed comes before what is only named, and one that is named twice is one
  const ordered = [...expanded.resources].sort(
    (one, other) => Number(one.isExisting) - Number(other.isExisting),
  );
  const kept = new Set<ResourceInstance>();
  const again = new Repeated();
  for (const resource of ordered) {
    if (resource.isExisting ? ids.get(resource.id).length > 0 : again.has(resource)) continue;
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
