import type { ParsedTemplate } from "./template-node.ts";
import { BlockReader } from "./yaml/block-reader.ts";
import { NotPlain } from "./yaml/cursor.ts";

/** Control characters, breaks of other kinds, and marks of byte order. */
const SPECIAL =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]|\r(?!\n)/u;

/**
 * Reads a template in the forms of YAML that nearly all are written in: lines with indentation, brackets, quotes on one line,
 * blocks of text. Nothing when it has others, as anchors, or a mistake; these are for a whole parser.
 */
export function parsePlainYaml(text: string): ParsedTemplate | undefined {
  if (SPECIAL.test(text)) return undefined;
  try {
    const reader = new BlockReader(text);
    return { root: reader.readDocument(), problems: reader.problems };
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}
