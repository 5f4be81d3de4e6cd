import type { Rule } from "../ruleset/rule.ts";

type WaiverRule = Pick<
  Rule,
  "id" | "title" | "severity" | "controls" | "description" | "remediation" | "references"
>;

/** What genoscan says of the waivers themselves: findings of their own, evidence for no control. */
export const EXPIRED_WAIVER: WaiverRule = {
  id: "genoscan-waiver-expired",
  title: "Waivers are renewed or removed before they expire",
  severity: "medium",
  controls: [],
  description:
    "A waiver accepts a finding for a time. This one has expired, so the finding counts again, and nobody has decided whether the risk is still accepted.",
  remediation: {
    text: "Mend the finding and remove the waiver, or let its owner decide anew and set a later day.",
  },
  references: [],
};

export const UNMATCHED_WAIVER: WaiverRule = {
  id: "genoscan-waiver-unmatched",
  title: "Waivers meet a finding",
  severity: "low",
  controls: [],
  description:
    "A waiver that meets no finding accepts nothing today, and would accept without a decision what is not there yet.",
  remediation: { text: "Remove the waiver, or correct its rule, its address or its place." },
  references: [],
};

export const WAIVER_RULES: readonly WaiverRule[] = [EXPIRED_WAIVER, UNMATCHED_WAIVER];

/** A finding about a waiver is no finding about the input. */
export function isAboutWaiver(rule: string): boolean {
  return WAIVER_RULES.some(({ id }) => id === rule);
}
