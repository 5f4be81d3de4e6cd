import {
  LineCounter,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  parseDocument as parseYaml,
} from "yaml";
import type { Document, Node, Pair } from "yaml";
import type { Location } from "../model/location.ts";
import { parsePointer } from "../model/pointer.ts";

/** A YAML or JSON file that a person wrote, with the place of everything in it. */
export interface ParsedDocument {
  readonly value: unknown;
  /** Where the value at a JSON Pointer stands; for a value that is not there, what it would stand in. */
  locate(pointer: string): Location;
  /** Where the key stands that leads to the value. */
  locateKey(pointer: string): Location;
  /** A scalar as it is written, quotes and leading zeros included. */
  written(pointer: string): string | undefined;
  readonly syntaxErrors: readonly { readonly message: string; readonly location: Location }[];
}

/** Reads YAML 1.2, of which JSON is a part. Never throws: what is wrong stands in `syntaxErrors`. */
export function parseDocument(path: string, text: string): ParsedDocument {
  const lineCounter = new LineCounter();
  const document = parseYaml(text, { lineCounter, prettyErrors: false, logLevel: "error" });
  const at = (offset: number | undefined): Location => {
    if (offset === undefined) return { file: path, line: 1, column: 1 };
    const { line, col } = lineCounter.linePos(offset);
    return { file: path, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const syntaxErrors = [...document.errors, ...document.warnings].map((error) => ({
    message: error.code === "DUPLICATE_KEY" ? describeDuplicate(text, error.pos[0]) : sentence(error.message),
    location: at(error.pos[0]),
  }));
  const content = plainValue(document);
  return {
    value: content.value,
    locate: (pointer) => at(find(document, pointer).value?.range?.[0]),
    locateKey: (pointer) => {
      const { key, value } = find(document, pointer);
      return at((key ?? value)?.range?.[0]);
    },
    written: (pointer) => {
      const { value } = find(document, pointer);
      return isScalar(value) && value.range ? text.slice(value.range[0], value.range[1]) : undefined;
    },
    syntaxErrors:
      content.error === undefined
        ? syntaxErrors
        : [...syntaxErrors, { message: content.error, location: at(0) }],
  };
}

/** An alias without anchor, or aliases that grow without bound, show only when the value is built. */
function plainValue(document: Document.Parsed): { value: unknown; error?: string } {
  if (document.errors.length > 0) return { value: undefined };
  try {
    return { value: document.toJS() };
  } catch (error) {
    if (error instanceof Error) return { value: undefined, error: sentence(error.message) };
    throw error;
  }
}

interface Place {
  readonly key: Node | undefined;
  readonly value: Node | undefined;
}

/** Walks as far as the document goes: a missing value is located at what it is missing from. */
function find(document: Document.Parsed, pointer: string): Place {
  let place: Place = { key: undefined, value: document.contents ?? undefined };
  for (const token of parsePointer(pointer)) {
    const next = step(resolve(document, place.value), token);
    if (next === undefined) return place;
    place = next;
  }
  return place;
}

function step(node: Node | undefined, token: string): Place | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(token)];
    return isNode(item) ? { key: undefined, value: item } : undefined;
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isPair(item) && keyText(item) === token);
  if (pair === undefined) return undefined;
  const key = isNode(pair.key) ? pair.key : undefined;
  return { key, value: isNode(pair.value) ? pair.value : key };
}

function keyText(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
}

function resolve(document: Document.Parsed, node: Node | undefined): Node | undefined {
  return isAlias(node) ? node.resolve(document) : node;
}

/** The parser says that keys must be unique; a person wants to know which one is not. */
function describeDuplicate(text: string, offset: number): string {
  const key = /^(?:"([^"]*)"|'([^']*)'|([^\s:]+))/.exec(text.slice(offset, offset + 100));
  return `the key "${key?.[1] ?? key?.[2] ?? key?.[3] ?? ""}" stands twice in one object`;
}

function sentence(message: string): string {
  return `${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}
