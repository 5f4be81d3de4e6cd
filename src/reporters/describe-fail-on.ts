import type { ReportOptions } from "./reporter.ts";

/** `the scan fails on findings from high` */
export function describeFailOn(failOn: ReportOptions["failOn"]): string {
  if (failOn === "none") return "no finding fails the scan";
  return failOn === "critical"
    ? "the scan fails on critical findings"
    : `the scan fails on findings from ${failOn}`;
}
