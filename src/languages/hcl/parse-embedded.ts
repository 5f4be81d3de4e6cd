import type { Expression } from "./ast.ts";
import { HclSyntaxError } from "./hcl-syntax-error.ts";
import type { JsonString } from "./json-node.ts";
import { Scanner } from "./scanner.ts";

/** Parses what a string of a JSON text holds; the places of nodes and errors are places in the JSON text. */
export function parseEmbedded(
  text: string,
  node: JsonString,
  parse: (scanner: Scanner) => Expression,
): Expression {
  const place = placeOf(text, node);
  try {
    const expression = parse(new Scanner(node.value, false));
    relocate(expression, place);
    return expression;
  } catch (error) {
    if (!(error instanceof HclSyntaxError)) throw error;
    throw new HclSyntaxError(error.message, place(error.start), place(error.end), error.code);
  }
}

type Place = (offset: number) => number;

/** Where a character of the string's value stands in the text. */
function placeOf(text: string, { value, start, end }: JsonString): Place {
  const first = start + 1;
  if (end - first - 1 === value.length) return (offset) => first + offset;
  const places: number[] = [];
  for (let at = first; at < end; at += escapeLength(text, at)) places.push(at);
  return (offset) => places[offset] ?? end - 1;
}

function escapeLength(text: string, at: number): number {
  if (text[at] !== "\\") return 1;
  return text[at + 1] === "u" ? 6 : 2;
}

const PLACES: ReadonlySet<string> = new Set(["start", "end", "rootEnd", "nameEnd"]);

/** The nodes were made a moment ago and nobody else has them, so they are changed where they are. */
function relocate(node: object, place: Place): void {
  for (const [name, value] of Object.entries(node) as [string, unknown][]) {
    if (typeof value === "object" && value !== null) relocate(value, place);
    else if (typeof value === "number" && PLACES.has(name)) Object.assign(node, { [name]: place(value) });
  }
}
