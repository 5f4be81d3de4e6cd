import type { Location } from "./location.ts";

/** A stretch of a file, from its first character to the one behind its last, lines and columns counted from 1. */
export interface Extent {
  /** What stands there, as people name it: `aws_s3_bucket.reports`, `module.clinic`, `sse_algorithm`. */
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A comment of an input that speaks to genoscan (`genoscan:…`). A source hands it out and does not read it. */
export interface Annotation {
  /** What stands behind `genoscan:`. Cut when it is very long. */
  readonly text: string;
  readonly location: Location;
  /** The block or attribute that it stands above or beside; nothing when there is none. */
  readonly covers: Extent | undefined;
  /** It stands in a package that was installed, and not in what the people wrote whose input is scanned. */
  readonly isInstalled: boolean;
}

/** True when the place lies in the stretch. */
export function isWithin({ file, line, column }: Location, extent: Extent): boolean {
  if (file !== extent.file || line === undefined) return false;
  if (line < extent.line || line > extent.endLine) return false;
  if (column === undefined) return true;
  if (line === extent.line && column < extent.column) return false;
  return line < extent.endLine || column < extent.endColumn;
}
