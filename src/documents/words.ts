const TYPES = new Map<unknown, string>([
  ["string", "text"],
  ["array", "a list"],
  ["object", "an object"],
  ["boolean", "true or false"],
  ["integer", "a whole number"],
  ["number", "a number"],
]);

/** The `type` of a schema, one or several, in words. */
export function describeType(type: unknown): string {
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  return listWords(
    types.map((name) => TYPES.get(name) ?? String(name)),
    "or",
  );
}

/** A value that somebody wrote, short enough for a sentence. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

export function listWords(words: readonly string[], conjunction: "and" | "or"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${conjunction} ${words.at(-1) ?? ""}`;
}
