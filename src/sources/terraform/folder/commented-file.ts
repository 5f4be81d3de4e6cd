import type { HclFile } from "../../../languages/hcl/ast.ts";
import { locate } from "../../../languages/hcl/evaluator/locate.ts";
import type { CommentedFile } from "../../read-annotations.ts";
import { writtenParts } from "./written-parts.ts";

const INSTALLED = /(?:^|[\\/])\.terraform[\\/]/u;

/** A file of Terraform, as far as comments go. */
export function commentedFile(file: HclFile): CommentedFile {
  return {
    comments: file.comments,
    parts: () => writtenParts(file),
    locate: (offset) => locate(file, offset),
    isInstalled: INSTALLED.test(file.file),
  };
}
