import { createHash } from "node:crypto";

/**
 * SHA-256 of the bytes, in hexadecimal, computed when it is first asked for. A report in text shows no digest, and Node takes
 * longer to load its cryptography than to parse a small plan.
 */
export function digestWhenAsked(bytes: Uint8Array): () => string {
  let digest: string | undefined;
  return () => (digest ??= createHash("sha256").update(bytes).digest("hex"));
}
