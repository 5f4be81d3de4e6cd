import type { Annotation, Extent } from "../model/annotation.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Location } from "../model/location.ts";

/** Comments to genoscan that are read in one input. */
const MOST = 5_000;
/** Characters of one that are kept. */
const LONGEST = 2_001;
const MARK = /^[\s*]*genoscan\s*:/iu;

interface Span {
  /** Offsets in the text; `end` is behind the last character. */
  readonly start: number;
  readonly end: number;
}

export interface WrittenComment extends Span {
  /** Without the marker, not trimmed. */
  readonly text: string;
  /** Nothing but blanks stands before it on its line. */
  readonly ownLine: boolean;
  /** How it is written; `json` is a property that serves as a comment and stands beside nothing. */
  readonly marker: string;
}

/** A declaration, a property, or an item of a list, as people name it. */
export interface WrittenPart extends Span {
  readonly name: string;
}

/** A file of whatever language, as far as comments go. */
export interface CommentedFile {
  readonly comments: readonly WrittenComment[];
  /** What is written in the file, in the order of the text; what holds others comes before them. */
  readonly parts: () => readonly WrittenPart[];
  readonly locate: (offset: number) => Required<Location>;
  /** The file belongs to a package that was installed. */
  readonly isInstalled: boolean;
}

export interface ReadAnnotations {
  readonly annotations: readonly Annotation[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The comments of files that speak to genoscan, each with what it stands above or beside. */
export function readAnnotations(files: readonly CommentedFile[]): ReadAnnotations {
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

function tooMany({ locate }: CommentedFile, first: WrittenComment | undefined): Diagnostic {
  return {
    code: "too-many-annotations",
    level: "warning",
    message: `there are more than ${String(MOST)} comments that begin with genoscan:; from here on they are not read`,
    location: locate(first?.start ?? 0),
  };
}

function annotate(file: CommentedFile, comments: readonly WrittenComment[]): readonly Annotation[] {
  const lineOf = (offset: number): number => file.locate(offset).line;
  const parts = new Map<number, WrittenPart>();
  for (const part of file.parts()) {
    const line = lineOf(part.start);
    // the outermost part that begins on a line comes first
    if (!parts.has(line)) parts.set(line, part);
  }
  const below = linesBelow(file.comments, lineOf);
  return comments.map((comment) => {
    const part = partOf(comment, parts, below, lineOf);
    return {
      text: comment.text
        .slice(comment.text.indexOf(":") + 1)
        .slice(0, LONGEST)
        .trim(),
      location: file.locate(comment.start),
      covers: part === undefined ? undefined : extentOf(file, part),
      isInstalled: file.isInstalled,
    };
  });
}

/** Where a comment stands on lines of its own: the line below it, and below the comments that follow it. */
function linesBelow(
  comments: readonly WrittenComment[],
  lineOf: (offset: number) => number,
): ReadonlyMap<WrittenComment, number> {
  const below = new Map<WrittenComment, number>();
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

function partOf(
  comment: WrittenComment,
  parts: ReadonlyMap<number, WrittenPart>,
  below: ReadonlyMap<WrittenComment, number>,
  lineOf: (offset: number) => number,
): WrittenPart | undefined {
  if (comment.marker === "json") return undefined;
  const beside = parts.get(lineOf(comment.ownLine ? comment.end : comment.start));
  if (beside !== undefined) return beside;
  const line = below.get(comment);
  return line === undefined ? undefined : parts.get(line);
}

function extentOf({ locate }: CommentedFile, { name, start, end }: WrittenPart): Extent {
  const { line: endLine, column: endColumn } = locate(end);
  return { name, ...locate(start), endLine, endColumn };
}
