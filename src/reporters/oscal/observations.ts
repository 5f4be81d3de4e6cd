import type { ResultResource, ResultVerdict } from "../../model/result-document.ts";
import { describeEvidence, describeLocation } from "../describe-evidence.ts";
import { observationUuid, resourceUuid } from "./oscal-id.ts";
import { oscalMarkup, oscalProps } from "./oscal-text.ts";

const LONGEST_VALUE = 300;

/** Verdicts of one rule that say the same: one test, made on many resources. */
export interface Observed {
  readonly rule: string;
  readonly verdict: ResultVerdict["verdict"];
  readonly verdicts: readonly ResultVerdict[];
}

export function groupObserved(verdicts: readonly ResultVerdict[]): readonly Observed[] {
  const groups = new Map<string, ResultVerdict[]>();
  for (const verdict of verdicts) {
    const key = `${verdict.rule} ${verdict.verdict}`;
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [verdict]);
    else own.push(verdict);
  }
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    return first === undefined ? [] : [{ rule: first.rule, verdict: first.verdict, verdicts: own }];
  });
}

/** An observation for each rule and verdict, with the resources that it is about and the evidence of each. */
export function* observations(
  groups: readonly Observed[],
  collected: string,
  tool: string,
): Generator<object> {
  for (const { rule, verdict, verdicts } of groups) {
    const [first] = verdicts;
    if (first === undefined) continue;
    const subjects = verdicts.flatMap(({ resource }) => resource ?? []).map(subjectOf);
    yield {
      uuid: observationUuid(rule, verdict),
      title: oscalMarkup(first.title),
      description: oscalMarkup(`Rule ${rule} says ${verdict} of ${String(verdicts.length)} in scope`),
      props: oscalProps({ rule, verdict, severity: first.severity, count: verdicts.length }),
      methods: ["TEST"],
      types: [verdict === "fail" ? "finding" : "control-objective"],
      origins: [{ actors: [{ type: "tool", "actor-uuid": tool }] }],
      ...(subjects.length > 0 && { subjects: unique(subjects) }),
      "relevant-evidence": verdicts.map(evidenceOf),
      collected,
    };
  }
}

/** The resources that observations name, each once. */
export function* inventoryItems(verdicts: readonly ResultVerdict[]): Generator<object> {
  const seen = new Set<string>();
  for (const { resource } of verdicts) {
    if (resource === undefined) continue;
    const uuid = resourceUuid(resource);
    if (seen.has(uuid)) continue;
    seen.add(uuid);
    const { address, type, writtenType, name, location } = resource;
    yield {
      uuid,
      description: oscalMarkup(address),
      props: oscalProps({
        type,
        "written-type": writtenType,
        name,
        location: location === undefined ? undefined : describeLocation(location),
      }),
    };
  }
}

interface Subject {
  readonly "subject-uuid": string;
  readonly type: "inventory-item";
  readonly title: string;
}

function subjectOf(resource: ResultResource): Subject {
  return {
    "subject-uuid": resourceUuid(resource),
    type: "inventory-item",
    title: oscalMarkup(resource.address),
  };
}

function unique(subjects: readonly Subject[]): readonly Subject[] {
  return [...new Map(subjects.map((subject) => [subject["subject-uuid"], subject])).values()];
}

function evidenceOf(verdict: ResultVerdict): object {
  const { message, reasons, evidence, resource, location, fingerprint, waiver, baseline } = verdict;
  const parts = [
    message,
    ...reasons.map((reason) => `because ${reason}`),
    ...evidence.map((item) => describeEvidence(item, resource?.address, LONGEST_VALUE)),
  ];
  return {
    description: oscalMarkup(parts.join("; ")),
    props: oscalProps({
      address: resource?.address,
      location: location === undefined ? undefined : describeLocation(location),
      fingerprint,
      baseline,
      "waived-by": waiver?.owner,
      "waived-until": waiver?.expires,
    }),
  };
}
