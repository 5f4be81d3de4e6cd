import type { Location } from "../model/location.ts";
import type { ClosedTypes } from "../model/resource-graph.ts";
import type { Settings } from "../model/settings.ts";
import type { Severity } from "../model/verdict.ts";
import type { Framework } from "../model/framework.ts";
import type { Scope } from "../triage/scope.ts";
import type { Waiver } from "../triage/waiver.ts";
import type { ConfigAlternative, ConfigAttestation, ConfigReport } from "./config-document.ts";

export type FailOn = Severity | "none";

/** Something that a site declares, with its place in the file. */
export type Declared<Written> = Readonly<Written> & { readonly location: Location };

export type DeclaredAttestation = Declared<ConfigAttestation>;
export type DeclaredAlternative = Declared<ConfigAlternative>;

/** genoscan.yaml with the defaults filled in. `undefined` leaves the choice to the command line. */
export interface Config {
  /** The file that was read; `undefined` when there is none. */
  readonly path: string | undefined;
  /** SHA-256 of the bytes of the file, in hexadecimal. */
  readonly digest: (() => string) | undefined;
  readonly settings: Settings;
  readonly params: Readonly<Record<string, unknown>>;
  readonly closed: ClosedTypes;
  readonly frameworks: readonly Framework[] | undefined;
  readonly severity: Severity | undefined;
  readonly failOn: FailOn | undefined;
  readonly strict: boolean | undefined;
  /** Folders of rules, as paths from the working directory. */
  readonly ruleFolders: readonly string[];
  readonly scope: Scope;
  readonly waivers: readonly Waiver[];
  /** How many days away the last day of a waiver may lie. */
  readonly maxWaiverDays: number;
  readonly attestations: readonly DeclaredAttestation[];
  readonly alternatives: readonly DeclaredAlternative[];
  /** The file of known findings, as a path from the working directory. */
  readonly baseline: string | undefined;
  /** Results tell when and by whom they were made. */
  readonly evidence: boolean | undefined;
  /** What is written when the command line asks for no report; the files as paths from the working directory. */
  readonly reports: readonly Declared<ConfigReport>[];
  /** Where the value at a JSON Pointer of the file stands. */
  readonly locate: (pointer: string) => Location | undefined;
}
