import type { Diagnostic } from "../model/diagnostic.ts";
import type { ControlInScope } from "./roll-up-controls.ts";
import type { Alternative, Attestation } from "./statement.ts";

export interface StatementsInForce {
  readonly attestations?: readonly Attestation[];
  readonly alternatives?: readonly Alternative[];
  /** Those of the frameworks in scope. */
  readonly controls: readonly ControlInScope[];
  readonly today: string;
}

/** Says which attestations and alternatives have ended: their controls are open again, and somebody has to know. */
export function describeExpired(statements: StatementsInForce): readonly Diagnostic[] {
  const { attestations = [], alternatives = [], controls, today } = statements;
  const isAsked = ({ control }: Attestation | Alternative): boolean =>
    controls.some(({ framework, id }) => framework === control.framework && id === control.id);
  return [
    ...attestations.map((statement) => ({ statement, code: "attestation-expired", what: "attestation" })),
    ...alternatives.map((statement) => ({ statement, code: "alternative-expired", what: "alternative" })),
  ].flatMap(({ statement, code, what }): readonly Diagnostic[] => {
    const { expires, owner, location } = statement.told;
    if (expires === undefined || today <= expires || !isAsked(statement)) return [];
    const message = `the ${what} of ${statement.control.id} by ${owner} expired on ${expires}: the control is open again`;
    return [{ code, level: "warning", message, location }];
  });
}
