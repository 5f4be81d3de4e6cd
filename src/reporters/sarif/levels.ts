import type { ReportingConfiguration } from "sarif";
import type { Severity } from "../../model/result-document.ts";

type Level = NonNullable<ReportingConfiguration["level"]>;

export const LEVELS: Readonly<Record<Severity, Level>> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
};

/** GitHub reads critical from 9.0, high from 7.0, medium from 4.0, low below. */
export const SECURITY_SEVERITIES: Readonly<Record<Severity, string>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.0",
};
