import type { Location } from "../model/location.ts";
import type { ClosedTypes } from "../model/resource-graph.ts";
import type { Settings } from "../model/settings.ts";
import type { Severity } from "../model/verdict.ts";
import type { Framework } from "../model/framework.ts";
import type { Waiver } from "../triage/waiver.ts";

export type FailOn = Severity | "none";

/** genoscan.yaml with the defaults filled in. `undefined` leaves the choice to the command line. */
export interface Config {
  /** The file that was read; `undefined` when there is none. */
  readonly path: string | undefined;
  readonly settings: Settings;
  readonly params: Readonly<Record<string, unknown>>;
  readonly closed: ClosedTypes;
  readonly frameworks: readonly Framework[] | undefined;
  readonly severity: Severity | undefined;
  readonly failOn: FailOn | undefined;
  readonly strict: boolean | undefined;
  /** Folders of rules, as paths from the working directory. */
  readonly ruleFolders: readonly string[];
  readonly waivers: readonly Waiver[];
  /** Where the value at a JSON Pointer of the file stands. */
  readonly locate: (pointer: string) => Location | undefined;
}
