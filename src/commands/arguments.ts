import type { InferredOptionTypes } from "yargs";
import type {
  EXPLAIN_OPTIONS,
  INIT_OPTIONS,
  INSPECT_OPTIONS,
  LISTS,
  LIST_OPTIONS,
  SCAN_OPTIONS,
} from "./options.ts";

// what each verb is given: its options as declared, and its positional arguments

export type ScanArguments = InferredOptionTypes<typeof SCAN_OPTIONS> & { readonly paths: readonly string[] };
export type InspectArguments = InferredOptionTypes<typeof INSPECT_OPTIONS> & {
  readonly paths: readonly string[];
};
export type ExplainArguments = InferredOptionTypes<typeof EXPLAIN_OPTIONS> & { readonly rule: string };
export type ListArguments = InferredOptionTypes<typeof LIST_OPTIONS> & {
  readonly what: (typeof LISTS)[number];
};
export type InitArguments = InferredOptionTypes<typeof INIT_OPTIONS> & { readonly folder: string };

/** What decides which rules run, and with which parameters. */
export type RulesetArguments = Pick<ScanArguments, "rules" | "param">;
