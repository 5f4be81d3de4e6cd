import type { Extent } from "../model/annotation.ts";
import type { Location } from "../model/location.ts";
import type { ResultWaiver } from "../model/result-document.ts";

/** A person accepts the findings of a rule for a time, in genoscan.yaml or in a comment beside what it is about. */
export interface Waiver extends Readonly<Omit<ResultWaiver, "kind" | "location">> {
  readonly rule: string;
  readonly scope: WaiverScope;
  /** Where the waiver itself is written. */
  readonly location: Location;
}

export type WaiverScope =
  /** Resources by address, `*` for any text: a waiver of genoscan.yaml. */
  | { readonly kind: "address"; readonly pattern: string }
  /** What is written in a stretch of a file: a waiver in a comment. */
  | { readonly kind: "extent"; readonly extent: Extent };

/** What a waiver is about, as people name it. */
export function scopeName({ scope }: Waiver): string {
  return scope.kind === "address" ? scope.pattern : scope.extent.name;
}
