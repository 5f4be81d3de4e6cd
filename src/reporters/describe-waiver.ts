import type { ResultWaiver } from "../model/result-document.ts";

/** `moves to another account (jane, until 2027-01-31, T-1)` */
export function describeWaiver({ reason, owner, expires, ticket }: ResultWaiver): string {
  const about = [owner, `until ${expires}`, ticket].filter((part) => part !== undefined);
  return `${reason} (${about.join(", ")})`;
}
