import type { ResultControl, ResultControlCounts } from "../model/result-document.ts";
import type { Rule } from "../ruleset/rule.ts";
import { ByRule } from "./by-rule.ts";
import { holdBackStandards } from "./hold-back-standards.ts";
import { stateOf } from "./statement.ts";
import type { Alternative, Attestation } from "./statement.ts";
import type { CountedVerdict } from "./summarize.ts";

/** A control of a framework that is in scope. */
export type ControlInScope = Pick<
  ResultControl,
  "framework" | "id" | "title" | "evidence" | "section" | "safeguard" | "kind" | "designation"
>;

/** What the status of controls rests on. */
export interface ControlBasis {
  readonly verdicts: readonly CountedVerdict[];
  /** Rules in force. */
  readonly rules: readonly Pick<Rule, "id" | "controls">[];
  readonly attestations?: readonly Attestation[];
  readonly alternatives?: readonly Alternative[];
  /** YYYY-MM-DD: decides which statements still hold. */
  readonly today: string;
  /** What was not read might have failed, so an incomplete scan passes no control. */
  readonly isIncomplete: boolean;
}

/** The status of every control from the verdicts that are evidence for it, and from what persons attest. */
export function rollUpControls(controls: readonly ControlInScope[], basis: ControlBasis): ResultControl[] {
  const evidence = evidenceByControl(basis);
  const attestations = byControl(basis.attestations ?? []);
  const alternatives = byControl(basis.alternatives ?? []);
  const rolled = controls.map((control): ResultControl => {
    const key = keyOf(control);
    const { counts, rules } = evidence.get(key) ?? { counts: noCounts(), rules: [] };
    const attestation = attestations.get(key);
    const alternative = alternatives.get(key);
    const shown = {
      ...(attestation !== undefined && {
        attestation: { ...attestation.told, state: stateOf(attestation.told, basis.today) },
      }),
      ...(alternative !== undefined && {
        alternative: { ...alternative.told, state: stateOf(alternative.told, basis.today) },
      }),
    };
    const told = statusOf(control.evidence, counts, rules.length > 0, basis.isIncomplete);
    return { ...control, status: settle(told, shown), counts, rules, ...shown };
  });
  return holdBackStandards(rolled);
}

function statusOf(
  evidence: ResultControl["evidence"],
  counts: ResultControlCounts,
  isCovered: boolean,
  isIncomplete: boolean,
): ResultControl["status"] {
  if (counts.fail > 0) return "failing";
  if (counts.unknown > 0) return "unknown";
  // what only a person or a running account can tell does not pass because a setting is right
  if (evidence === "manual") return "manual";
  if (evidence === "live") return "live-only";
  if (!isCovered) return "not-covered";
  if (counts.pass === 0) return "not-assessed";
  return isIncomplete ? "unknown" : "passing";
}

/**
 * What persons say where verdicts leave room for it. An alternative takes the place of a specification that is not
 * implemented; an attestation never stands against a verdict.
 */
function settle(
  told: ResultControl["status"],
  { attestation, alternative }: Pick<ResultControl, "attestation" | "alternative">,
): ResultControl["status"] {
  if (told === "passing") return told;
  if (alternative?.state === "holds") return "documented-alternative";
  if (told === "failing" || told === "unknown") return told;
  return attestation?.state === "holds" ? "attested" : told;
}

/** The rules that are evidence for a control, and what they said. */
interface ControlEvidence {
  readonly counts: ResultControlCounts;
  readonly rules: string[];
}

/** All verdicts of a rule are evidence for the controls that the rule cites. */
function evidenceByControl({ verdicts, rules }: ControlBasis): ReadonlyMap<string, ControlEvidence> {
  const counts = countByRule(verdicts);
  const found = new Map<string, ControlEvidence>();
  for (const { id, controls } of rules) {
    const ofRule = counts.get(id);
    for (const control of controls) {
      const key = keyOf(control);
      const own = found.get(key) ?? { counts: noCounts(), rules: [] };
      found.set(key, own);
      own.rules.push(id);
      if (ofRule !== undefined) addCounts(own.counts, ofRule);
    }
  }
  return found;
}

/** What each rule said, by its id. */
export function countByRule(verdicts: readonly CountedVerdict[]): ByRule<ResultControlCounts> {
  const rules = new ByRule(noCounts);
  verdicts.forEach(({ rule, verdict, waiver, times = 1 }) => {
    const own = rules.of(rule);
    own[verdict] += times;
    if (waiver !== undefined) own.waived += 1;
  });
  return rules;
}

/** The newest statement counts where there are several, and of one day the last one. */
function byControl<Statement extends Attestation | Alternative>(
  statements: readonly Statement[],
): ReadonlyMap<string, Statement> {
  return new Map(
    statements
      .toSorted(({ told: left }, { told: right }) =>
        left.date < right.date ? -1 : Number(left.date > right.date),
      )
      .map((statement) => [keyOf(statement.control), statement]),
  );
}

function addCounts(sum: ResultControlCounts, { pass, fail, unknown, waived }: ResultControlCounts): void {
  sum.pass += pass;
  sum.fail += fail;
  sum.unknown += unknown;
  sum.waived += waived;
}

export function noCounts(): ResultControlCounts {
  return { pass: 0, fail: 0, unknown: 0, waived: 0 };
}

function keyOf({ framework, id }: Pick<ResultControl, "framework" | "id">): string {
  return `${framework} ${id}`;
}
