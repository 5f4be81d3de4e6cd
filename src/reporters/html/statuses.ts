import type { ResultControl } from "../../model/result-document.ts";

export type ControlStatus = ResultControl["status"];

interface StatusWords {
  readonly label: string;
  readonly meaning: string;
}

/** In the order in which a reader has to know of them. */
export const STATUSES: Readonly<Record<ControlStatus, StatusWords>> = {
  failing: { label: "Failing", meaning: "A verdict that is evidence for it failed, waived or not." },
  unknown: {
    label: "Not decided",
    meaning: "A verdict could not be decided, or a part of the input could not be read.",
  },
  passing: { label: "Passing", meaning: "Verdicts support it, and none in scope failed or was undecided." },
  attested: { label: "Attested", meaning: "A person attests it, and no verdict speaks against it." },
  "documented-alternative": {
    label: "Documented alternative",
    meaning: "Addressable; a documented alternative takes its place.",
  },
  manual: { label: "Manual, open", meaning: "Only a person can attest it, and nobody has." },
  "live-only": { label: "Live only", meaning: "Only an account that runs can tell." },
  "not-assessed": {
    label: "Not assessed",
    meaning: "Rules are evidence for it, and nothing that they are about is in scope.",
  },
  "not-covered": { label: "Not covered", meaning: "No rule in force reads what could be evidence for it." },
};

export const STATUS_ORDER = Object.keys(STATUSES) as readonly ControlStatus[];
