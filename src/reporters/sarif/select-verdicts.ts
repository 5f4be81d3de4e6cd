import type { ResultVerdict } from "../../model/result-document.ts";

/** GitHub takes 25,000 results of a run and shows 5,000; which ones it shows is not to be left to it. */
export const MOST_RESULTS = 5000;

export interface SelectedVerdicts {
  /** Failures, then unknowns, then what is known, then what is waived; each the worst first. */
  readonly kept: readonly ResultVerdict[];
  /** How many did not find a place. */
  readonly cut: number;
}

/** The verdicts that become results: all that are no pass, the worst first, up to what GitHub shows. */
export function selectVerdicts(verdicts: readonly ResultVerdict[], most = MOST_RESULTS): SelectedVerdicts {
  const open = verdicts.filter(({ waiver, baseline }) => waiver === undefined && baseline !== "known");
  const known = verdicts.filter(({ waiver, baseline }) => waiver === undefined && baseline === "known");
  const ordered = [
    ...open.filter(({ verdict }) => verdict === "fail"),
    ...open.filter(({ verdict }) => verdict === "unknown"),
    ...known.filter(({ verdict }) => verdict !== "pass"),
    ...verdicts.filter(({ waiver }) => waiver !== undefined),
  ];
  return { kept: ordered.slice(0, most), cut: Math.max(ordered.length - most, 0) };
}
