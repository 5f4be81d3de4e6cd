import type { ResultDocument } from "../../model/result-document.ts";
import type { ReportOptions } from "../reporter.ts";
import { buildData } from "./build-data.ts";
import { groupVerdicts } from "./group-verdicts.ts";
import type { VerdictGroup } from "./group-verdicts.ts";
import type { ReportData } from "./report-data.ts";

/** All that the sections of the report are made from. */
export interface Contents {
  readonly result: ResultDocument;
  readonly options: ReportOptions;
  readonly data: ReportData;
  readonly groups: readonly VerdictGroup[];
  /** How many verdicts a block lists before its reader asks for more. */
  readonly mostListed: number;
}

/** Up to so many findings the page holds them all; beyond, each block begins with some, and the script has the rest. */
const FEW_FINDINGS = 2000;
const MOST_OF_MANY = 10;

export function collectContents(result: ResultDocument, options: ReportOptions): Contents {
  const data = buildData(result);
  const groups = groupVerdicts(data);
  const findings = result.verdicts.filter(({ verdict }) => verdict !== "pass").length;
  return {
    result,
    options,
    data,
    groups,
    mostListed: findings <= FEW_FINDINGS ? FEW_FINDINGS : MOST_OF_MANY,
  };
}
