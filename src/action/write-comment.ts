import { notice, warning } from "@actions/core";
import packageJson from "../../package.json" with { type: "json" };
import type { ResultDocument } from "../model/result-document.ts";
import { escapeText } from "../reporters/escape-text.ts";
import type { ReportOptions } from "../reporters/reporter.ts";
import type { ActionInputs } from "./action-inputs.ts";
import { commentBody, isClear, markerOf } from "./comment-body.ts";
import { findPullRequest } from "./find-pull-request.ts";
import { GithubError, githubClient } from "./github-client.ts";
import type { GithubContext } from "./github-context.ts";
import { upsertComment } from "./upsert-comment.ts";

const TITLE = "genoscan";

/**
 * Writes the comment on the pull request, when there is one and somebody wants it. Gives whether the report found a place
 * there or need not: a token that may not write, and a GitHub that does not answer, change nothing of the verdict.
 */
export async function writeComment(
  result: ResultDocument,
  options: ReportOptions,
  inputs: ActionInputs,
  context: GithubContext,
): Promise<boolean> {
  const { repository, pullRequest, completedRun } = context;
  const hasPullRequest = pullRequest !== undefined || completedRun !== undefined;
  if (inputs.comment === "never" || !hasPullRequest) return true;
  if (inputs.token === "" || !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    notice("there is no token to write the comment with; the report is in the job summary", { title: TITLE });
    return false;
  }
  try {
    const client = githubClient(context.apiUrl, inputs.token, packageJson.version);
    const found = await findPullRequest(context, client);
    if (found === undefined) {
      notice("no open pull request is at the commit of the run that has ended", { title: TITLE });
      return false;
    }
    await upsertComment(client, {
      repository,
      pullRequest: found,
      marker: markerOf(inputs.category),
      body: commentBody(result, options, inputs.category),
      mayCreate: inputs.comment === "always" || !isClear(result),
    });
    return true;
  } catch (error) {
    tellRefusal(error);
    return false;
  }
}

function tellRefusal(error: unknown): void {
  const isReadOnly = error instanceof GithubError && (error.status === 403 || error.status === 404);
  if (isReadOnly && !/rate limit|asks to wait/i.test(error.message)) {
    notice(
      "the token may not write to the pull request, as on one from a fork; the report is in the job summary. Where it should, the job needs: permissions: pull-requests: write",
      { title: TITLE },
    );
    return;
  }
  const why = error instanceof Error ? error.message : String(error);
  warning(`the comment could not be written, and the report is in the job summary: ${escapeText(why)}`, {
    title: TITLE,
  });
}
