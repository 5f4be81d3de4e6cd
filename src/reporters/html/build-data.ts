import type {
  ResultDocument,
  ResultEvidence,
  ResultLocation,
  ResultResource,
  ResultVerdict,
  ResultWaiver,
} from "../../model/result-document.ts";
import { groupFindings } from "../group-findings.ts";
import { intern, internTexts } from "./intern.ts";
import { BASELINE_STATES, FOUND_KINDS, NONE, OUTCOMES } from "./report-data.ts";
import type {
  ControlRow,
  EvidenceRow,
  ReportData,
  ResourceRow,
  RuleRow,
  VerdictRow,
  WaiverRow,
} from "./report-data.ts";
import { showFound, showJson } from "./show-found.ts";

/** A fingerprint is recognised by its beginning. */
const FINGERPRINT_SHOWN = 16;

/** The verdicts of a result, each text once. */
export function buildData(result: ResultDocument): ReportData {
  const texts = internTexts();
  const text = (value: string | undefined): number => texts.of(value);
  const controls = intern(([framework, id]: ControlRow) => `${framework} ${id}`);
  const rules = new Map<string, number>();
  const ruleRows: RuleRow[] = [];
  const resources = intern((row: ResourceRow) => row.join());
  const evidence = intern((row: EvidenceRow) => row.join());
  const waivers = intern((row: WaiverRow) => row.join());

  for (const { framework, id } of result.controls) controls.of([framework, id]);
  for (const rule of result.rules ?? []) ruleOf(rule.id, rule);

  /** `about` is looked at when the rule is met for the first time. */
  function ruleOf(rule: string, about: Pick<ResultVerdict, "title" | "severity" | "controls">): number {
    const known = rules.get(rule);
    if (known !== undefined) return known;
    const own = about.controls.map(({ framework, id }) => controls.of([framework, id]));
    rules.set(rule, ruleRows.length);
    return ruleRows.push([rule, about.title, about.severity, own]) - 1;
  }

  function resourceRow({ address, type, writtenType, name, location }: ResultResource): ResourceRow {
    return [text(address), text(type), text(writtenType), text(name), text(placeOf(location))];
  }

  function evidenceRow(item: ResultEvidence): EvidenceRow {
    const found = showFound(item);
    return [
      text(item.address),
      text(item.attribute),
      text(item.pointer),
      FOUND_KINDS.indexOf(found.kind),
      text(found.text),
      text(item.expected),
      item.item === undefined ? NONE : text(showJson(item.item)),
      text(placeOf(item.location)),
      text(item.note),
    ];
  }

  function waiverRow({ reason, owner, expires, ticket, location }: ResultWaiver): WaiverRow {
    return [text(reason), text(owner), text(expires), text(ticket), text(placeOf(location))];
  }

  function verdictRow(verdict: ResultVerdict, alike: number): VerdictRow {
    const { rule, resource, waiver, baseline } = verdict;
    return [
      ruleOf(rule, verdict),
      OUTCOMES.indexOf(verdict.verdict),
      resource === undefined ? NONE : resources.of(resourceRow(resource)),
      alike,
      // what passed says the title of its rule
      verdict.message === verdict.title ? NONE : text(verdict.message),
      text(placeOf(verdict.location)),
      BASELINE_STATES.indexOf(baseline ?? "none"),
      waiver === undefined ? NONE : waivers.of(waiverRow(waiver)),
      verdict.verdict === "pass" ? NONE : text(verdict.fingerprint.slice(0, FINGERPRINT_SHOWN)),
      verdict.evidence.map((item) => evidence.of(evidenceRow(item))),
      verdict.reasons.map(text),
      (verdict.calls ?? []).map(({ location }) => text(placeOf(location))),
    ];
  }

  const alike = likenessOf(result.verdicts);
  const verdicts = result.verdicts.map((verdict) => verdictRow(verdict, alike.get(verdict) ?? NONE));
  return {
    texts: texts.items,
    rules: ruleRows,
    controls: controls.items,
    resources: resources.items,
    evidence: evidence.items,
    waivers: waivers.items,
    verdicts,
  };
}

/** One number for all verdicts of a rule that say the same of different resources. */
function likenessOf(verdicts: readonly ResultVerdict[]): ReadonlyMap<ResultVerdict, number> {
  const numbers = new Map<ResultVerdict, number>();
  let number = 0;
  for (const { alike } of groupFindings(verdicts)) {
    for (const group of alike) {
      for (const verdict of group) numbers.set(verdict, number);
      number += 1;
    }
  }
  return numbers;
}

/** `main.tf:12:3` */
export function placeOf(location: ResultLocation | undefined): string | undefined {
  if (location === undefined) return undefined;
  const { file, line, column } = location;
  return [file, line, column].filter((part) => part !== undefined).join(":");
}
