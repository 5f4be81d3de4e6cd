import type { Options } from "yargs";
import { FRAMEWORKS } from "../model/framework.ts";
import { FORMATS } from "../reporters/index.ts";

const SEVERITIES = ["critical", "high", "medium", "low"] as const;

const TERMINAL = {
  color: {
    type: "boolean",
    describe: "Colours; by default when standard output is a terminal and NO_COLOR is not set",
  },
  quiet: { type: "boolean", describe: "Nothing on standard error but errors" },
} as const satisfies Record<string, Options>;

const RULESET = {
  config: {
    type: "string",
    requiresArg: true,
    describe: "The configuration, instead of genoscan.yaml beside the first input or here",
  },
  rules: {
    type: "string",
    array: true,
    requiresArg: true,
    describe: "A folder of rules of your own, beside those that are shipped",
  },
  param: { type: "string", array: true, requiresArg: true, describe: "NAME=VALUE: a parameter of the rules" },
} as const satisfies Record<string, Options>;

const FRAMEWORK = {
  framework: {
    array: true,
    requiresArg: true,
    choices: FRAMEWORKS,
    describe: "Only what is evidence for the framework",
  },
} as const satisfies Record<string, Options>;

const TERRAFORM = {
  source: {
    type: "string",
    requiresArg: true,
    describe:
      "The folder that a plan was made from, instead of the one around it: findings get file and line",
  },
  var: {
    type: "string",
    array: true,
    requiresArg: true,
    describe: "NAME=VALUE: a variable of a Terraform configuration",
  },
  "var-file": {
    type: "string",
    array: true,
    requiresArg: true,
    describe: "A .tfvars file, besides those that Terraform reads by itself",
  },
  workspace: {
    type: "string",
    requiresArg: true,
    describe: "The Terraform workspace, instead of the one that is selected in the folder",
  },
} as const satisfies Record<string, Options>;

const BASELINE = {
  baseline: {
    type: "string",
    requiresArg: true,
    describe: "Known findings: only what is not in the file makes the scan fail",
  },
} as const satisfies Record<string, Options>;

const TEMPLATES = {
  "param-file": {
    type: "string",
    array: true,
    requiresArg: true,
    describe: "A file with values for the parameters of a template",
  },
} as const satisfies Record<string, Options>;

const REPORTS = {
  format: {
    alias: "f",
    type: "string",
    array: true,
    requiresArg: true,
    describe: `FORMAT or FORMAT=FILE, several times for several reports: ${FORMATS.join(", ")}`,
  },
  output: {
    alias: "o",
    type: "string",
    requiresArg: true,
    describe: "The file for the report, instead of standard output",
  },
  severity: { requiresArg: true, choices: SEVERITIES, describe: "The least severity that is shown" },
  verbose: { type: "boolean", describe: "Every address, all evidence, and what is waived or known" },
} as const satisfies Record<string, Options>;

const STRICT = {
  strict: { type: "boolean", describe: "What the input does not settle counts as a finding" },
} as const satisfies Record<string, Options>;

export const SCAN_OPTIONS = {
  ...REPORTS,
  ...FRAMEWORK,
  "fail-on": {
    requiresArg: true,
    choices: [...SEVERITIES, "none"] as const,
    describe:
      "The least severity of a finding that gives exit code 1; high unless genoscan.yaml says otherwise",
  },
  ...STRICT,
  ...RULESET,
  ...BASELINE,
  evidence: {
    type: "boolean",
    describe: "The result tells when, from which commit and by whom it was made, as the pipeline says",
  },
  ...TERRAFORM,
  ...TEMPLATES,
  ...TERMINAL,
} as const satisfies Record<string, Options>;

export const REPORT_OPTIONS = {
  ...REPORTS,
  "fail-on": {
    requiresArg: true,
    choices: [...SEVERITIES, "none"] as const,
    describe: "The least severity of a finding that gives exit code 1; unless named, as in the scan",
  },
  ...STRICT,
  ...RULESET,
  ...TERMINAL,
} as const satisfies Record<string, Options>;

const DATA_FORMAT = {
  format: {
    alias: "f",
    requiresArg: true,
    choices: ["text", "json"] as const,
    describe: "For people or for programs",
  },
} as const satisfies Record<string, Options>;

export const INSPECT_OPTIONS = {
  ...DATA_FORMAT,
  config: RULESET.config,
  ...TERRAFORM,
  ...TEMPLATES,
  ...TERMINAL,
} as const;
export const BASELINE_OPTIONS = {
  ...BASELINE,
  "accept-new": { type: "boolean", describe: "With update: what is new becomes known as well" },
  ...DATA_FORMAT,
  ...FRAMEWORK,
  ...RULESET,
  ...TERRAFORM,
  ...TEMPLATES,
  ...TERMINAL,
} as const;
export const TEST_OPTIONS = { config: RULESET.config, param: RULESET.param, ...TERMINAL } as const;
export const EXPLAIN_OPTIONS = { ...RULESET, ...TERMINAL } as const;
export const LIST_OPTIONS = { ...DATA_FORMAT, ...FRAMEWORK, ...RULESET, ...TERMINAL } as const;
export const INIT_OPTIONS = { ...TERMINAL } as const;

export const LISTS = ["rules", "controls", "frameworks", "sources", "parameters"] as const;
export const BASELINE_ACTIONS = ["create", "update", "show"] as const;
