import { readFileSync } from "node:fs";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the step runs, as GitHub tells it by variables and the event file. */
export interface GithubContext {
  /** owner/name */
  readonly repository: string;
  /** https://api.github.com, or https://HOST/api/v3 of a server of one's own. */
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly eventName: string;
  /** The commit that was checked out: of a pull request the merge with its base. */
  readonly commit: string;
  /** The folder of the checkout. */
  readonly workspace: string;
  readonly temporary: string;
  readonly pullRequest: number | undefined;
  /** Of a workflow_run event: the commit and branch of the pull request whose run has ended. */
  readonly completedRun: CompletedRun | undefined;
}

export interface CompletedRun {
  readonly headSha: string;
  /** owner:branch, as the list of pull requests takes it. */
  readonly head: string | undefined;
}

/** Reads the context. What is missing is empty: outside of GitHub there is no pull request. */
export function readContext(env: Environment): GithubContext {
  const event = readEvent(env["GITHUB_EVENT_PATH"]);
  const eventName = env["GITHUB_EVENT_NAME"] ?? "";
  return {
    repository: env["GITHUB_REPOSITORY"] ?? "",
    apiUrl: withoutSlash(env["GITHUB_API_URL"] ?? "https://api.github.com"),
    serverUrl: withoutSlash(env["GITHUB_SERVER_URL"] ?? "https://github.com"),
    eventName,
    commit: env["GITHUB_SHA"] ?? "",
    workspace: env["GITHUB_WORKSPACE"] ?? process.cwd(),
    temporary: env["RUNNER_TEMP"] ?? process.cwd(),
    pullRequest: numberAt(event, "pull_request", "number"),
    completedRun: eventName === "workflow_run" ? readCompletedRun(event) : undefined,
  };
}

function readCompletedRun(event: unknown): CompletedRun | undefined {
  const headSha = textAt(event, "workflow_run", "head_sha");
  if (headSha === undefined || textAt(event, "workflow_run", "event") !== "pull_request") return undefined;
  const owner = textAt(event, "workflow_run", "head_repository", "owner", "login");
  const branch = textAt(event, "workflow_run", "head_branch");
  return { headSha, head: owner === undefined || branch === undefined ? undefined : `${owner}:${branch}` };
}

function readEvent(path: string | undefined): unknown {
  if (path === undefined || path === "") return undefined;
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    // the scan does not need it, and without it there is no pull request to write to
    return undefined;
  }
}

function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, path);
  return typeof found === "string" && found !== "" ? found : undefined;
}

function numberAt(value: unknown, ...path: readonly string[]): number | undefined {
  const found = valueAt(value, path);
  return typeof found === "number" && Number.isSafeInteger(found) && found > 0 ? found : undefined;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as Readonly<Record<string, unknown>>)[key];
  }
  return current;
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, "");
}
