import { endGroup, error, info, setFailed, setOutput, startGroup, warning } from "@actions/core";
import { countFailing, exitCodeOf, INCOMPLETE, WRONG } from "../commands/exit-code.ts";
import { ConfigError, RuleError, SourceError } from "../model/errors.ts";
import { escapeText } from "../reporters/escape-text.ts";
import type { ReportOptions } from "../reporters/reporter.ts";
import { reportText } from "../reporters/text.ts";
import { DEFAULT_CATEGORY, readActionInputs } from "./action-inputs.ts";
import { actionTerminal } from "./action-terminal.ts";
import { annotate } from "./annotate.ts";
import { readContext } from "./github-context.ts";
import type { Environment, GithubContext } from "./github-context.ts";
import { judge } from "./judge.ts";
import type { Judgement } from "./judge.ts";
import { writeComment } from "./write-comment.ts";
import { writeFiles } from "./write-files.ts";
import { writeOutputs } from "./write-outputs.ts";
import { writeSummary } from "./write-summary.ts";

const MOST_PROBLEMS = 10;

/** The step of the workflow, from its inputs to its outputs. Never throws: what goes wrong fails the step. */
export async function runAction(env: Environment, now: Date): Promise<void> {
  try {
    await run(env, now);
  } catch (cause) {
    setOutput("exit-code", String(WRONG));
    tellError(cause);
  }
}

async function run(env: Environment, now: Date): Promise<void> {
  const inputs = readActionInputs();
  const context = readContext(env);
  const terminal = actionTerminal();
  if (context.eventName === "pull_request_target") warnOfTarget();
  const judgement = await judge(inputs, env, now, terminal);
  const { result, failOn, strict } = judgement;
  const options = reportOptions(judgement, context, inputs.category);
  const files = await writeFiles(result, options, inputs, context, terminal);
  startGroup("genoscan");
  await terminal.print(reportText(result, options));
  endGroup();
  if (inputs.annotations) annotate(result, context.workspace, process.cwd());
  const hasPlace = await writeComment(result, options, inputs, context);
  if (inputs.summary || !hasPlace) await writeSummary(result, options);
  const exitCode = exitCodeOf(result.summary, failOn, strict);
  writeOutputs(exitCode, result.summary, files);
  tellOutcome(exitCode, judgement);
}

function reportOptions(
  { rules, failOn, strict }: Judgement,
  { workspace, serverUrl, repository, commit, completedRun }: GithubContext,
  category: string,
): ReportOptions {
  const scanned = completedRun?.headSha ?? commit;
  const hasFiles = /^[0-9a-f]{40,64}$/.test(scanned) && repository !== "";
  return {
    rules,
    width: 120,
    color: false,
    verbose: false,
    failOn,
    strict,
    repository: { root: workspace, current: process.cwd() },
    category,
    ...(category !== DEFAULT_CATEGORY && { label: category }),
    ...(hasFiles && { filesUrl: `${serverUrl}/${repository}/blob/${scanned}/` }),
  };
}

function tellOutcome(exitCode: number, { result, failOn, strict }: Judgement): void {
  const failing = countFailing(result.summary, failOn, strict);
  const adjective = result.baseline === undefined ? "" : "new ";
  if (failing > 0) {
    const noun = failing === 1 ? "finding" : "findings";
    setFailed(`genoscan: ${String(failing)} ${adjective}${noun} at or above ${failOn}`);
  }
  if (exitCode === INCOMPLETE) {
    setFailed("genoscan: the scan is incomplete: a part of the input could not be read");
  } else if (result.summary.incomplete) {
    warning("the scan is incomplete: a part of the input could not be read", { title: "genoscan" });
  }
  if (exitCode === 0) info("genoscan: no finding fails this step");
}

function warnOfTarget(): void {
  warning(
    "pull_request_target runs with a token that may write; never check out the head of a pull request there. Use pull_request, and workflow_run for pull requests from forks",
    { title: "genoscan" },
  );
}

/** What a person can mend is told with its place; anything else is a defect of genoscan and keeps its stack. */
function tellError(cause: unknown): void {
  if (cause instanceof ConfigError || cause instanceof RuleError || cause instanceof SourceError) {
    const [first, ...others] = cause.problems;
    for (const { message, location } of others.slice(0, MOST_PROBLEMS - 1)) {
      const { file, line } = location ?? {};
      error(escapeText(message), {
        ...(file !== undefined && { file: escapeText(file) }),
        ...(line !== undefined && { startLine: line }),
      });
    }
    const place = first?.location === undefined ? "" : `${placeOf(first.location)}: `;
    setFailed(`genoscan: ${escapeText(`${place}${first?.message ?? cause.message}`)}`);
    return;
  }
  const stack = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  const lines = stack.split("\n").map((line) => escapeText(line));
  setFailed(
    ["genoscan: this is a defect of genoscan; please report it with what follows", ...lines].join("\n"),
  );
}

function placeOf({ file, line }: { readonly file: string; readonly line?: number }): string {
  return line === undefined ? file : `${file}:${String(line)}`;
}
