import { hash } from "node:crypto";
import type { ResultVerdict } from "../model/result-document.ts";

/**
 * What a finding is recognised by from scan to scan: the rule and the address, module and instance keys included. Lines
 * may move, files may be renamed, and the values may change. `ordinal` tells apart what shares both, in two inputs.
 */
export function fingerprint(ruleId: string, address: string | undefined, ordinal: number): string {
  return hash(
    "sha256",
    `["genoscan",${JSON.stringify(ruleId)},${JSON.stringify(address ?? null)},${String(ordinal)}]`,
  );
}

/** Gives a verdict its fingerprint, which is computed when it is asked for: a report in text shows none. */
export function defineFingerprint(
  verdict: Pick<ResultVerdict, "rule" | "resource">,
  ordinal: number,
): asserts verdict is Pick<ResultVerdict, "rule" | "resource" | "fingerprint"> {
  if (ordinal > 0) ORDINALS.set(verdict, ordinal);
  Object.defineProperty(verdict, "fingerprint", FINGERPRINT);
}

/** Of the verdicts that share rule and address with one before them. */
const ORDINALS = new WeakMap<object, number>();

/** One for all verdicts, or each would have a shape of its own. */
const FINGERPRINT: PropertyDescriptor & ThisType<Pick<ResultVerdict, "rule" | "resource">> = {
  enumerable: true,
  configurable: true,
  get() {
    return fingerprint(this.rule, this.resource?.address, ORDINALS.get(this) ?? 0);
  },
};
