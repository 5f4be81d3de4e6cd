import type { GithubClient } from "./github-client.ts";
import type { GithubContext } from "./github-context.ts";

/**
 * The number of the pull request to write to. A run that was completed by another workflow is looked up by what GitHub
 * says of it, never by what that run left behind: a stranger's code has written that.
 */
export async function findPullRequest(
  { pullRequest, completedRun, repository }: GithubContext,
  client: GithubClient,
): Promise<number | undefined> {
  if (pullRequest !== undefined || completedRun?.head === undefined) return pullRequest;
  const { head, headSha } = completedRun;
  const query = new URLSearchParams({ state: "open", head, per_page: "100" });
  const isIt = (item: unknown): boolean => headShaOf(item) === headSha;
  for await (const item of client.list(`/repos/${repository}/pulls?${query.toString()}`, isIt)) {
    if (isIt(item)) return numberOf(item);
  }
  return undefined;
}

function headShaOf(item: unknown): unknown {
  if (typeof item !== "object" || item === null || !("head" in item)) return undefined;
  const { head } = item;
  return typeof head === "object" && head !== null && "sha" in head ? head.sha : undefined;
}

function numberOf(item: unknown): number | undefined {
  return typeof item === "object" && item !== null && "number" in item && typeof item.number === "number"
    ? item.number
    : undefined;
}
