import type { Framework } from "../../model/framework.ts";
import type { ControlCatalogueDocument } from "../../ruleset/control-catalogue-document.ts";
import type { Ruleset } from "../../ruleset/ruleset.ts";
import type { ExplainPage } from "./page.ts";

type CatalogueControl = ControlCatalogueDocument["controls"][number];

export interface FoundControl {
  readonly framework: Framework;
  readonly catalogue: ControlCatalogueDocument;
  readonly control: CatalogueControl;
}

const EVIDENCE: Readonly<Record<CatalogueControl["evidence"], string>> = {
  technical: "configuration shows whether the control is implemented",
  partial: "configuration supports the control without proving it; what is missing is for people to show",
  live: "only an account that runs can tell",
  manual: "a person attests it, in genoscan.yaml under attestations",
};

export function controlPage(found: FoundControl, ruleset: Ruleset): ExplainPage {
  const { framework, catalogue, control } = found;
  const rules = ruleset.rules.filter(({ controls }) =>
    controls.some((cited) => cited.framework === framework && cited.id === control.id),
  );
  const about = [
    framework,
    control.id,
    control.safeguard,
    control.kind,
    control.designation,
    control.severity,
  ];
  return {
    title: control.title ?? control.objective ?? control.id,
    about: about.filter((word) => word !== undefined).join(" · "),
    sections: [
      {
        heading: "How far a scan goes",
        lines: [`${control.evidence}: ${EVIDENCE[control.evidence]}`, ...listOf(control.reason)],
      },
      { heading: "Decided by", lines: listOf(control.pass) },
      {
        heading: rules.length === 0 ? "Evidence" : "Rules that are evidence for it",
        lines:
          rules.length === 0
            ? ["no rule is evidence for it", ...listOf(control.withoutRule)]
            : rules.map(({ id, severity, title }) => `${id} (${severity}): ${title}`),
      },
      { heading: "What its status means", lines: describeStatuses(control, rules.length > 0) },
      { heading: "Specifications", lines: specificationsOf(found) },
      { heading: "Serves", lines: servedControls(control) },
      { heading: "Read from an account", lines: control.live ?? [] },
      {
        heading: "Source",
        lines: [`${catalogue.title}, ${catalogue.source.trim()}; as of ${catalogue.asOf}`],
      },
    ],
  };
}

/** The statuses that this control can have, and when. */
function describeStatuses(
  { evidence, designation, kind }: CatalogueControl,
  isCovered: boolean,
): readonly string[] {
  const decided = [
    "failing: a verdict that is evidence for it failed; a waiver changes nothing of that",
    "unknown: a verdict could not be decided, or a part of the input could not be read",
  ];
  const rest = {
    manual: "manual: open, because nobody has attested it",
    live: "live-only: nothing speaks against it, and only a running account can speak for it",
    technical: "passing: every verdict in scope is evidence that supports it",
    partial: "passing: every verdict in scope is evidence that supports it",
  }[evidence];
  const isScanned = evidence === "technical" || evidence === "partial";
  return [
    ...(isCovered ? decided : []),
    ...(isScanned && !isCovered ? ["not-covered: no rule is evidence for it"] : [rest]),
    ...(isScanned && isCovered ? ["not-assessed: nothing that its rules are about is in scope"] : []),
    "attested: a person attests it in genoscan.yaml, and no verdict speaks against it",
    ...(designation === "addressable"
      ? ["documented-alternative: genoscan.yaml names the alternative that takes its place (alternatives)"]
      : []),
    ...(kind === "standard" ? ["a specification of it that fails or is unknown makes it so as well"] : []),
  ];
}

/** The catalogue lists a standard before its specifications. */
function specificationsOf({ catalogue, control }: FoundControl): readonly string[] {
  if (control.kind !== "standard") return [];
  const after = catalogue.controls.slice(catalogue.controls.indexOf(control) + 1);
  const end = after.findIndex(({ kind }) => kind !== "specification");
  return (end < 0 ? after : after.slice(0, end)).map(
    ({ id, title = "", designation = "" }) => `${id} (${designation}): ${title}`,
  );
}

function servedControls({ hipaa = [], hitrust = [] }: CatalogueControl): readonly string[] {
  return [...hipaa.map((id) => `hipaa ${id}`), ...hitrust.map((id) => `hitrust ${id}`)];
}

function listOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [text];
}
