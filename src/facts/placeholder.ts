/** What people write where somebody has to put the real thing. */
const PLACEHOLDER =
  /^(?:|<[^>]*>|\{\{.*\}\}|\$\{.*\}|%[^%]+%|\[.*\]|.*(?:\b|_)(?:change(?:[-_ ]?it)?|replace|insert|placeholder|example|dummy|redacted|todo|your)(?:\b|_).*|[x*.-]+)$/iu;

/** Whether a text stands where a secret is to be put, and is none. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text.trim());
}
