import type { Location } from "./location.ts";

/** Something to say about the input that is no verdict: a type that does not exist, a value that cannot be decoded. */
export interface Diagnostic {
  readonly code: string;
  readonly level: "error" | "warning" | "note";
  readonly message: string;
  readonly location?: Location;
}

/** A part of an input that was not read, and why. A scan with gaps is incomplete and never looks clean. */
export interface Gap {
  readonly code: string;
  /** What could not be read: a file, a module, a resource address. */
  readonly subject: string;
  readonly reason: string;
  readonly location?: Location;
}
