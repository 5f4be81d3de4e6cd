import { createHash } from "node:crypto";
import type { ResultControlReference, ResultResource, ResultVerdict } from "../../model/result-document.ts";

/** The namespace (RFC 9562, 5.5) of everything that genoscan names in OSCAL. */
const NAMESPACE = "6f6b9a52-3b0e-4d0c-9a4e-8f4f0a3d1c57";

/** A UUID of version 5: the same for the same name, so that two reports of one result are the same bytes. */
export function uuidOf(...name: readonly string[]): string {
  const hash = createHash("sha1")
    .update(Buffer.from(NAMESPACE.replaceAll("-", ""), "hex"))
    .update(JSON.stringify(name))
    .digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export function resourceUuid({ type, address }: ResultResource): string {
  return uuidOf("resource", type, address);
}

export function observationUuid(rule: string, verdict: ResultVerdict["verdict"]): string {
  return uuidOf("observation", rule, verdict);
}

/** `hipaa-164.312-a-1`: an identifier of OSCAL has no parentheses. */
export function controlToken({ framework, id }: ResultControlReference): string {
  return `${framework}-${id.replaceAll("(", "-").replace(/[^\p{L}\p{N}.\-_]/gu, "")}`;
}

/** What configuration is evidence of for a control: the part of it that findings are about. */
export function objectiveToken(control: ResultControlReference): string {
  return `${controlToken(control)}.configuration`;
}
