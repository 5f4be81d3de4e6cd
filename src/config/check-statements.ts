import { didYouMean } from "../model/did-you-mean.ts";
import type { ConfigErrorCode, Problem } from "../model/errors.ts";
import type { Framework } from "../model/framework.ts";
import type { Location } from "../model/location.ts";
import type { ControlInScope } from "../triage/roll-up-controls.ts";
import type { Alternative, Attestation } from "../triage/statement.ts";
import type { Config, Declared, DeclaredAlternative, DeclaredAttestation } from "./config.ts";

export interface CheckedStatements {
  readonly attestations: readonly Attestation[];
  readonly alternatives: readonly Alternative[];
  readonly problems: readonly Problem<ConfigErrorCode>[];
}

/**
 * Finds the controls that attestations and alternatives are about. A statement about a control that does not exist, or
 * of a day that has not come, says nothing that an auditor could rely on.
 */
export function checkStatements(
  config: Pick<Config, "attestations" | "alternatives">,
  controls: readonly ControlInScope[],
  today: string,
): CheckedStatements {
  const problems: Problem<ConfigErrorCode>[] = [];
  const complain = (message: string, location: Location): void => {
    problems.push({ code: "config-invalid", message, location });
  };
  const attestations = config.attestations.flatMap((written): readonly Attestation[] => {
    const { control: id, framework, ...told } = written;
    const found = findControl("the attestation", { id, framework }, controls, written, complain);
    checkDays("the attestation", written, today, complain);
    return found === undefined ? [] : [{ control: referTo(found), told }];
  });
  const alternatives = config.alternatives.flatMap((written): readonly Alternative[] => {
    const { control: id, ...told } = written;
    const named = { id, framework: "hipaa" } as const;
    const found = findControl("the alternative", named, controls, written, complain);
    checkDays("the alternative", written, today, complain);
    if (found === undefined) return [];
    if (found.designation === "addressable") return [{ control: referTo(found), told }];
    complain(
      `${id} (${found.title}) is required; only an addressable specification may have a documented alternative (45 CFR 164.306(d)(3))`,
      written.location,
    );
    return [];
  });
  return { attestations, alternatives, problems };
}

type Complain = (message: string, location: Location) => void;

function findControl(
  what: string,
  { id, framework }: { readonly id: string; readonly framework: Framework | undefined },
  controls: readonly ControlInScope[],
  { location }: Declared<unknown>,
  complain: Complain,
): ControlInScope | undefined {
  const offered = framework === undefined ? controls : controls.filter((one) => one.framework === framework);
  const [found, other] = offered.filter((control) => control.id === id);
  if (found === undefined) {
    const place = framework === undefined ? "" : ` of ${framework}`;
    const hint = didYouMean(
      id,
      offered.map((control) => control.id),
    );
    complain(
      `${what} names the control "${id}"${place}, which does not exist${hint || "; genoscan list controls shows them"}`,
      location,
    );
  } else if (other !== undefined) {
    complain(
      `${found.framework} and ${other.framework} both have a control "${id}"; add framework: ${found.framework}, or the other`,
      location,
    );
    return undefined;
  }
  return found;
}

function checkDays(
  what: string,
  { control, date, expires, location }: DeclaredAttestation | DeclaredAlternative,
  today: string,
  complain: Complain,
): void {
  if (date > today) complain(`${what} of ${control} is of ${date}, which has not come`, location);
  if (expires !== undefined && expires < date) {
    complain(`${what} of ${control} expires on ${expires}, before its own day, ${date}`, location);
  }
}

function referTo({ framework, id }: ControlInScope): Attestation["control"] {
  return { framework, id };
}
