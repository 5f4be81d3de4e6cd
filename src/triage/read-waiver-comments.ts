import type { Annotation } from "../model/annotation.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { parseWaiver } from "./parse-waiver.ts";
import type { Waiver } from "./waiver.ts";

/** Wrong comments that are told one by one. */
const MOST_TOLD = 50;

export interface WaiverComments {
  readonly waivers: readonly Waiver[];
  readonly diagnostics: readonly Diagnostic[];
}

/** How far away the last day of a waiver may lie. */
export interface WaiverLimit {
  readonly maxDays: number;
  /** The day that is so many days away, YYYY-MM-DD. */
  readonly latest: string;
}

/** The waivers in comments of the input: one for each rule that a comment names. What is wrong with a comment is told. */
export function readWaiverComments(
  annotations: readonly Annotation[],
  knownRules: ReadonlySet<string>,
  limit: WaiverLimit,
): WaiverComments {
  const waivers: Waiver[] = [];
  const diagnostics: Diagnostic[] = [];
  const own = withoutRepetition(annotations.filter(({ isInstalled }) => !isInstalled));
  for (const annotation of own) {
    const { text, location, covers: extent } = annotation;
    const parsed = parseWaiver(text, knownRules);
    if (!parsed.ok) diagnostics.push(invalid(annotation, parsed.problems));
    else if (extent === undefined) {
      diagnostics.push(invalid(annotation, ["it stands neither above nor beside a block or an attribute"]));
    } else if (isTooFar(parsed.waiver.expires, limit)) {
      diagnostics.push(invalid(annotation, [describeTooFar(parsed.waiver.expires, limit)]));
    } else {
      const { rules, ...accepted } = parsed.waiver;
      waivers.push(
        ...rules.map((rule) => ({ rule, ...accepted, scope: { kind: "extent", extent } as const, location })),
      );
    }
  }
  return { waivers, diagnostics: [...cut(diagnostics), ...describeInstalled(annotations)] };
}

export function isTooFar(expires: string, { latest }: WaiverLimit): boolean {
  return expires > latest;
}

export function describeTooFar(expires: string, { latest, maxDays }: WaiverLimit): string {
  return `its last day, ${expires}, is more than ${String(maxDays)} days away (maxWaiverDays); name one until ${latest}`;
}

/** Two inputs may hold the same file: a module that both call. */
function withoutRepetition(annotations: readonly Annotation[]): readonly Annotation[] {
  const seen = new Map<string, Annotation>();
  for (const annotation of annotations) {
    const { file, line, column } = annotation.location;
    seen.set(JSON.stringify([file, line, column]), annotation);
  }
  return [...seen.values()];
}

function invalid({ location }: Annotation, problems: readonly string[]): Diagnostic {
  const message = `this comment waives nothing: ${problems.join("; ")}`;
  return { code: "waiver-invalid", level: "error", message, location };
}

function cut(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const more = diagnostics.length - MOST_TOLD;
  if (more <= 0) return diagnostics;
  const message = `${String(more)} more comments waive nothing`;
  return [...diagnostics.slice(0, MOST_TOLD), { code: "waiver-invalid", level: "error", message }];
}

/** Whoever wrote an installed package cannot accept a finding for those who use it. */
function describeInstalled(annotations: readonly Annotation[]): readonly Diagnostic[] {
  const installed = annotations.filter(({ isInstalled }) => isInstalled);
  const [first] = installed;
  if (first === undefined) return [];
  const message = `${String(installed.length)} genoscan comments in installed modules waive nothing; put the waiver above the module block that calls them`;
  return [{ code: "waiver-installed", level: "note", message, location: first.location }];
}
