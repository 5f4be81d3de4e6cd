import type { InferredOptionTypes } from "yargs";
import type {
  BASELINE_ACTIONS,
  BASELINE_OPTIONS,
  EXPLAIN_OPTIONS,
  INIT_OPTIONS,
  INSPECT_OPTIONS,
  LISTS,
  LIST_OPTIONS,
  REPORT_OPTIONS,
  SCAN_OPTIONS,
  TEST_OPTIONS,
} from "./options.ts";

// what each verb is given: its options as declared, and its positional arguments

export type ScanArguments = InferredOptionTypes<typeof SCAN_OPTIONS> & { readonly paths: readonly string[] };
export type InspectArguments = InferredOptionTypes<typeof INSPECT_OPTIONS> & {
  readonly paths: readonly string[];
};
export type ExplainArguments = InferredOptionTypes<typeof EXPLAIN_OPTIONS> & { readonly id: string };
export type ListArguments = InferredOptionTypes<typeof LIST_OPTIONS> & {
  readonly what: (typeof LISTS)[number];
};
export type InitArguments = InferredOptionTypes<typeof INIT_OPTIONS> & { readonly folder: string };
export type BaselineArguments = InferredOptionTypes<typeof BASELINE_OPTIONS> & {
  readonly action: (typeof BASELINE_ACTIONS)[number];
  readonly paths: readonly string[];
};
export type ReportArguments = InferredOptionTypes<typeof REPORT_OPTIONS> & { readonly result: string };
export type TestArguments = InferredOptionTypes<typeof TEST_OPTIONS> & { readonly folder: string };

/** What decides which rules run, and with which parameters. */
export type RulesetArguments = Pick<ScanArguments, "rules" | "param">;
