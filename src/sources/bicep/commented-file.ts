import type { BicepFile } from "../../languages/bicep/ast.ts";
import type { CommentedFile } from "../read-annotations.ts";
import { writtenParts } from "./written-parts.ts";

/** A Bicep file, as far as comments go. */
export function commentedFile(file: BicepFile): CommentedFile {
  return {
    comments: file.comments,
    parts: () => writtenParts(file),
    locate: (offset) => ({ line: 1, column: 1, ...file.source.locate(offset) }),
    isInstalled: false,
  };
}
