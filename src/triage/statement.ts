import type { ResultAlternative, ResultAttestation } from "../model/result-document.ts";
import type { ControlReference } from "../ruleset/rule.ts";

/** What a person says of a control in genoscan.yaml. */
export interface Statement<Told> {
  readonly control: ControlReference;
  readonly told: Readonly<Omit<Told, "state">>;
}

/** A person attests a control. */
export type Attestation = Statement<ResultAttestation>;

/** Something takes the place of an addressable specification. */
export type Alternative = Statement<ResultAlternative>;

/** A statement holds on the day on which it expires; one without end holds until it is taken back. */
export function stateOf({ expires }: { readonly expires?: string }, today: string): "holds" | "expired" {
  return expires === undefined || today <= expires ? "holds" : "expired";
}
