import type { ResultControl, ResultDeclaredWaiver } from "../../model/result-document.ts";
import { describeLocation } from "../describe-evidence.ts";
import { controlToken, uuidOf } from "./oscal-id.ts";
import { oscalMarkup, oscalProps } from "./oscal-text.ts";

/** Waivers are risks that a person accepts until a day: a deviation that is approved, and no finding less. */
export function* risks(waivers: readonly ResultDeclaredWaiver[]): Generator<object> {
  for (const waiver of holding(waivers)) {
    const { rule, subject, reason, owner, expires, ticket, findings, location } = waiver;
    yield {
      uuid: riskUuid(waiver),
      title: oscalMarkup(`Waived: ${rule} of ${subject}`),
      description: oscalMarkup(`${String(findings)} verdicts of rule ${rule} are accepted by a person`),
      statement: oscalMarkup(reason),
      props: oscalProps({ rule, subject, owner, expires, ticket, declared: describeLocation(location) }),
      status: "deviation-approved",
      // the last moment of the last day on which it holds
      deadline: `${expires}T23:59:59Z`,
    };
  }
}

/** The risks of each rule. */
export function risksByRule(
  waivers: readonly ResultDeclaredWaiver[],
): ReadonlyMap<string, readonly string[]> {
  const byRule = new Map<string, string[]>();
  for (const waiver of holding(waivers)) {
    byRule.set(waiver.rule, [...(byRule.get(waiver.rule) ?? []), riskUuid(waiver)]);
  }
  return byRule;
}

/** What persons attest, and the alternatives that they document. */
export function attestations(controls: readonly ResultControl[]): readonly object[] {
  return controls.flatMap((control) => {
    const { attestation, alternative, framework, id } = control;
    const parts = [
      ...(attestation === undefined
        ? []
        : [
            {
              name: "attestation",
              title: oscalMarkup(`${framework} ${id}`),
              props: oscalProps({
                control: controlToken(control),
                owner: attestation.owner,
                date: attestation.date,
                expires: attestation.expires,
                state: attestation.state,
                link: attestation.link,
              }),
              prose: oscalMarkup(attestation.statement),
            },
          ]),
      ...(alternative === undefined
        ? []
        : [
            {
              name: "documented-alternative",
              title: oscalMarkup(`${framework} ${id}`),
              props: oscalProps({
                control: controlToken(control),
                owner: alternative.owner,
                date: alternative.date,
                expires: alternative.expires,
                state: alternative.state,
                document: alternative.document,
              }),
              prose: oscalMarkup(alternative.reason),
            },
          ]),
    ];
    return parts.length > 0 ? [{ parts }] : [];
  });
}

function holding(waivers: readonly ResultDeclaredWaiver[]): readonly ResultDeclaredWaiver[] {
  return waivers.filter(({ state }) => state === "holds");
}

function riskUuid({ rule, subject, location }: ResultDeclaredWaiver): string {
  return uuidOf("risk", rule, subject, describeLocation(location));
}
