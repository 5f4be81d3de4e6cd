/** Where the instances of a raw state begin and end in its text, by the numbers of resource and instance. */
export type InstancePlaces = readonly (readonly (readonly [start: number, end: number])[])[];

/**
 * Walks over a text that is valid JSON without making anything of it. Nothing when the text does not begin with the
 * state, or repeats its key.
 */
export function findPlaces(text: string): InstancePlaces {
  const start = skipSpace(text, 0);
  let places: InstancePlaces = [];
  if (text[start] !== "{") return places;
  walkMembers(text, start, (key, at) => {
    if (key === "resources" && text[at] === "[") places = resourcesAt(text, at);
  });
  return places;
}

function resourcesAt(text: string, start: number): InstancePlaces {
  const resources: (readonly (readonly [number, number])[])[] = [];
  walkItems(text, start, (resourceAt) => {
    const instances: (readonly [number, number])[] = [];
    resources.push(instances);
    if (text[resourceAt] !== "{") return;
    walkMembers(text, resourceAt, (key, at) => {
      if (key !== "instances" || text[at] !== "[") return;
      instances.length = 0;
      walkItems(text, at, (from, to) => instances.push([from, to]));
    });
  });
  return resources;
}

function walkMembers(text: string, start: number, visit: (key: string, at: number) => void): void {
  let at = skipSpace(text, start + 1);
  while (text[at] === '"') {
    const keyEnd = skipString(text, at);
    const key = text.slice(at + 1, keyEnd - 1);
    const valueAt = skipSpace(text, skipSpace(text, keyEnd) + 1);
    visit(key, valueAt);
    at = nextPart(text, skipValue(text, valueAt));
  }
}

function walkItems(text: string, start: number, visit: (at: number, end: number) => void): void {
  let at = skipSpace(text, start + 1);
  while (at < text.length && text[at] !== "]") {
    const end = skipValue(text, at);
    visit(at, end);
    at = nextPart(text, end);
  }
}

/** Behind the comma, when there is one. */
function nextPart(text: string, end: number): number {
  const at = skipSpace(text, end);
  return text[at] === "," ? skipSpace(text, at + 1) : at;
}

/** The end of a value. Counts brackets, so that no nesting is too deep. */
function skipValue(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = skipString(text, at);
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth += 1;
      at += 1;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      if (depth === 0) return at;
      depth -= 1;
      at += 1;
      if (depth === 0) return at;
      continue;
    } else if (code === COMMA && depth === 0) return at;
    else at += 1;
    if (depth === 0 && code === QUOTE) return at;
  }
  return at;
}

const QUOTE = 34;
const COMMA = 44;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const BACKSLASH = 92;

function skipString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end + 1;
}

function isEscaped(text: string, quote: number): boolean {
  let at = quote - 1;
  while (text.charCodeAt(at) === BACKSLASH) at -= 1;
  return (quote - at) % 2 === 0;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) <= 32) at += 1;
  return at;
}
