import { getInput, getMultilineInput } from "@actions/core";
import type { Framework } from "../model/framework.ts";
import { FRAMEWORKS } from "../model/framework.ts";
import { didYouMean } from "../model/did-you-mean.ts";
import { SEVERITIES } from "../model/verdict.ts";
import type { Severity } from "../model/verdict.ts";
import { FORMATS } from "../reporters/index.ts";
import type { Format } from "../reporters/index.ts";
import { usageError } from "../commands/usage-error.ts";

export const COMMENT_MODES = ["auto", "always", "never"] as const;
export type CommentMode = (typeof COMMENT_MODES)[number];

/** What the step of the workflow asks for, as `action.yml` documents it. */
export interface ActionInputs {
  readonly paths: readonly string[];
  readonly source: string | undefined;
  readonly config: string | undefined;
  readonly frameworks: readonly Framework[] | undefined;
  readonly severity: Severity | undefined;
  readonly failOn: Severity | "none" | undefined;
  readonly strict: boolean | undefined;
  readonly baseline: string | undefined;
  readonly baseResult: string | undefined;
  readonly result: string | undefined;
  readonly rules: readonly string[];
  readonly varFiles: readonly string[];
  readonly paramFiles: readonly string[];
  readonly formats: readonly Format[];
  readonly output: string | undefined;
  readonly comment: CommentMode;
  readonly annotations: boolean;
  readonly summary: boolean;
  readonly category: string;
  readonly token: string;
}

export const DEFAULT_CATEGORY = "genoscan";

/** Reads `INPUT_*`. Throws a ConfigError for a value that is none of those that an input may have. */
export function readActionInputs(): ActionInputs {
  const result = said("result");
  const inputs = {
    paths: lines("path"),
    source: said("source"),
    config: said("config"),
    frameworks: words("framework", FRAMEWORKS),
    severity: word("severity", SEVERITIES),
    failOn: word("fail-on", [...SEVERITIES, "none"] as const),
    strict: flag("strict"),
    baseline: said("baseline"),
    baseResult: said("base-result"),
    result,
    rules: lines("rules"),
    varFiles: lines("var-file"),
    paramFiles: lines("param-file"),
    formats: words("format", FORMATS) ?? ["sarif"],
    output: said("output"),
    comment: word("comment", COMMENT_MODES) ?? "auto",
    annotations: flag("annotations") ?? true,
    summary: flag("summary") ?? true,
    category: said("sarif-category") ?? DEFAULT_CATEGORY,
    token: getInput("token"),
  } satisfies ActionInputs;
  if (inputs.baseline !== undefined && inputs.baseResult !== undefined) {
    throw usageError("baseline and base-result both say what is known; name one of them");
  }
  if (result !== undefined && (inputs.baseline ?? inputs.baseResult) !== undefined) {
    throw usageError(
      "a saved result was compared when it was made; name the baseline there, not beside result",
    );
  }
  return inputs;
}

function said(name: string): string | undefined {
  const text = getInput(name);
  return text === "" ? undefined : text;
}

/** One a line; what is empty is left out. */
function lines(name: string): readonly string[] {
  return getMultilineInput(name);
}

function flag(name: string): boolean | undefined {
  const text = word(name, ["true", "false"] as const);
  return text === undefined ? undefined : text === "true";
}

function word<Word extends string>(name: string, known: readonly Word[]): Word | undefined {
  const text = said(name)?.toLowerCase();
  return text === undefined ? undefined : choose(name, text, known);
}

/** Separated by commas, blanks or lines. */
function words<Word extends string>(name: string, known: readonly Word[]): readonly Word[] | undefined {
  const texts = getInput(name)
    .split(/[\s,]+/)
    .filter((text) => text !== "");
  return texts.length === 0 ? undefined : [...new Set(texts.map((text) => choose(name, text, known)))];
}

function choose<Word extends string>(name: string, text: string, known: readonly Word[]): Word {
  const found = known.find((candidate) => candidate === text);
  if (found !== undefined) return found;
  throw usageError(
    `input ${name} must be one of ${known.join(", ")}, not "${text}"${didYouMean(text, known)}`,
  );
}
