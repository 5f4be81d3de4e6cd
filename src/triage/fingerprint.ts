import { hash } from "node:crypto";

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
