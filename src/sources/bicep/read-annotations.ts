import type { BicepFile, Comment } from "../../languages/bicep/ast.ts";
import type { Annotation, Extent } from "../../model/annotation.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { writtenParts } from "./written-parts.ts";
import type { WrittenPart } from "./written-parts.ts";

/** Comments to genoscan that are read in one input. */
const MOST = 5_000;
/** Characters of one that are kept. */
const LONGEST = 2_001;
const MARK = /^[\s*]*genoscan\s*:/iu;

export interface ReadAnnotations {
  readonly annotations: readonly Annotation[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The comments of files that speak to genoscan, each with what it stands above or beside. */
export function readAnnotations(files: readonly BicepFile[]): ReadAnnotations {
  const annotations: Annotation[] = [];
  for (const file of files) {
    const meant = file.comments.filter(({ text }) => MARK.test(text));
    if (meant.length === 0) continue;
    const left = MOST - annotations.length;
    annotations.push(...annotate(file, meant.slice(0, left)));
    if (meant.length > left) return { annotations, diagnostics: [tooMany(file, meant[left])] };
  }
  return { annotations, diagnostics: [] };
}

function tooMany({ source }: BicepFile, first: Comment | undefined): Diagnostic {
  return {
    code: "too-many-annotations",
    level: "warning",
    message: `there are more than ${String(MOST)} comments that begin with genoscan:; from here on they are not read`,
    location: source.locate(first?.start ?? 0),
  };
}

function annotate(file: BicepFile, comments: readonly Comment[]): readonly Annotation[] {
  const lineOf = (offset: number): number => file.source.locate(offset).line ?? 1;
  const parts = new Map<number, WrittenPart>();
  for (const part of writtenParts(file)) {
    const line = lineOf(part.start);
    // the outermost part that begins on a line comes first
    if (!parts.has(line)) parts.set(line, part);
  }
  const below = linesBelow(file, lineOf);
  return comments.map((comment) => {
    const beside = parts.get(lineOf(comment.ownLine ? comment.end : comment.start));
    const line = below.get(comment);
    const part = beside ?? (line === undefined ? undefined : parts.get(line));
    return {
      text: comment.text
        .slice(comment.text.indexOf(":") + 1)
        .slice(0, LONGEST)
        .trim(),
      location: file.source.locate(comment.start),
      covers: part === undefined ? undefined : extentOf(file, part),
      isInstalled: false,
    };
  });
}

/** Where a comment stands on lines of its own: the line below it, and below the comments that follow it. */
function linesBelow(
  { comments }: BicepFile,
  lineOf: (offset: number) => number,
): ReadonlyMap<Comment, number> {
  const below = new Map<Comment, number>();
  const byLine = new Map<number, number>();
  for (const comment of comments.toReversed()) {
    if (!comment.ownLine) continue;
    const next = lineOf(comment.end) + 1;
    const line = byLine.get(next) ?? next;
    byLine.set(lineOf(comment.start), line);
    below.set(comment, line);
  }
  return below;
}

function extentOf({ source }: BicepFile, { name, start, end }: WrittenPart): Extent {
  const { file, line = 1, column = 1 } = source.locate(start);
  const last = source.locate(end);
  return { name, file, line, column, endLine: last.line ?? line, endColumn: last.column ?? column };
}
