// The formats that our schemas name, by their names in JSON Schema.

export function uri(text: string): boolean {
  return URL.canParse(text);
}

/** `2027-02-29` is no date: the year 2027 has no 29 February. */
export function date(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
