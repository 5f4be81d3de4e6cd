/** What people write where somebody has to put the real thing. */
const PLACEHOLDER =
  /^(?:|<[^>]*>|\{\{.*\}\}|\$\{.*\}|%[^%]+%|\[.*\]|.*\b(?:change|replace|insert|placeholder|example|dummy|redacted|todo|your)\b.*|[x*.]+)$/iu;

/** True for a text that stands for a secret and is none. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text.trim());
}
