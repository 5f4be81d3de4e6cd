import type { Template } from "../../languages/arm/template.ts";
import type { ArmValue } from "../../languages/arm/values/arm-value.ts";
import type { Diagnostic, Gap } from "../../model/diagnostic.ts";
import { didYouMean } from "../../model/did-you-mean.ts";
import { givenValues } from "../azure/given-values.ts";
import type { BicepProject } from "./bicep-project.ts";
import type { EntryPoint } from "./entry-points.ts";

/** What is deployed, with the values of its parameter file. */
export interface OpenedEntry {
  readonly template: Template | undefined;
  readonly given: ReadonlyMap<string, ArmValue>;
  readonly diagnostics: readonly Diagnostic[];
  readonly gaps: readonly Gap[];
}

export function openEntry({ template: file, parameters }: EntryPoint, project: BicepProject): OpenedEntry {
  const own = file === undefined ? undefined : project.template(file);
  if (parameters === undefined) return { template: own, given: new Map(), diagnostics: [], gaps: [] };
  const { path } = parameters.source;
  const lowered = project.parameters(parameters);
  const gaps: Gap[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { code, level, message, source, start } of lowered.template.problems) {
    const location = source.locate(start);
    if (level === "gap") gaps.push({ code, subject: path, reason: message, location });
    else diagnostics.push({ code, level, message, location });
  }
  const used = own ?? (lowered.using === undefined ? undefined : project.used(lowered.using, parameters));
  if (used === undefined) {
    const reason = "it names no Bicep file that its values are for; scan that file with --param-file";
    gaps.push({ code: "bicep-using", subject: path, reason });
  } else if ("missing" in used) {
    gaps.push({ code: used.code, subject: path, reason: used.missing, location: { file: path } });
  }
  const template = used === undefined || "missing" in used ? undefined : used;
  if (template !== undefined) diagnostics.push(...strangers(lowered.template, template));
  return { template, given: givenValues([lowered.template]), diagnostics, gaps };
}

/** Values for parameters that the template does not have: its deployment is refused. */
function strangers(assigned: Template, template: Template): readonly Diagnostic[] {
  const known = [...template.parameters.values()].map(({ name }) => name);
  return [...assigned.parameters].flatMap(([key, { name, source, start }]) => {
    if (template.parameters.has(key)) return [];
    const message = `${template.source.path} has no parameter ${name}${didYouMean(name, known)}`;
    return [{ code: "bicep-no-parameter", level: "error" as const, message, location: source.locate(start) }];
  });
}
