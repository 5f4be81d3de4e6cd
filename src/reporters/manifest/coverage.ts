import type { ResultDocument } from "../../model/result-document.ts";
import { describeGap } from "../describe-gap.ts";
import { field } from "./section.ts";
import type { Section } from "./section.ts";

/** What was looked at, and above all what was not. */
export function showCoverage({
  inputs,
  coverage,
  notInScope,
  summary,
  diagnostics,
}: ResultDocument): Section {
  return {
    heading: "Coverage",
    lines: [
      ...field("complete", summary.incomplete ? "NO: a part of the input could not be read" : "yes"),
      ...inputs.flatMap(({ path, source = "not recognised", resources, status }) =>
        field("input", `${path}: ${source}, ${String(resources)} resources, ${status}`),
      ),
      ...inputs.flatMap(({ path, status, message = "" }) =>
        status === "unreadable" ? field("not read", `${path}: ${message}`) : [],
      ),
      ...coverage.flatMap((gap) => field("not read", describeGap(gap))),
      ...(notInScope?.include ?? []).flatMap((pattern) => field("scope includes", pattern)),
      ...(notInScope?.exclude ?? []).flatMap((pattern) => field("scope excludes", pattern)),
      ...(notInScope?.resources ?? []).flatMap(({ address, type }) =>
        field("not in scope", `${address} (${type})`),
      ),
      ...diagnostics.flatMap(({ level, message }) => field(level, message)),
    ],
  };
}
