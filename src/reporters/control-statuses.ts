import type { ResultControl } from "../model/result-document.ts";

/** Every status, in the order of a report: what needs somebody first. */
export const CONTROL_STATUSES = [
  "failing",
  "unknown",
  "passing",
  "attested",
  "documented-alternative",
  "manual",
  "live-only",
  "not-assessed",
  "not-covered",
] as const satisfies readonly ResultControl["status"][];

/** How many controls of each framework have which status. */
export function countStatuses(
  controls: readonly ResultControl[],
): ReadonlyMap<ResultControl["framework"], ReadonlyMap<ResultControl["status"], number>> {
  const frameworks = new Map<ResultControl["framework"], Map<ResultControl["status"], number>>();
  for (const { framework, status } of controls) {
    const counts = frameworks.get(framework) ?? new Map<ResultControl["status"], number>();
    counts.set(status, (counts.get(status) ?? 0) + 1);
    frameworks.set(framework, counts);
  }
  return frameworks;
}

/** `manual (open)`, `not assessed` */
export function describeStatus(status: ResultControl["status"]): string {
  return status === "manual" ? "manual (open)" : status.replaceAll("-", " ");
}
