import type { ResultRun } from "../model/result-document.ts";

type Environment = Readonly<Record<string, string | undefined>>;
type Told = { readonly [Key in Exclude<keyof ResultRun, "startedAt">]?: string | undefined };

/** What the common pipelines tell of themselves, each by the variables that its own documentation names. */
const PIPELINES: readonly ((env: Environment) => Told)[] = [
  // GitHub Actions; in a pull request GITHUB_REF_NAME is no branch
  (env) => ({
    commit: env["GITHUB_SHA"],
    branch: isSaid(env["GITHUB_HEAD_REF"]) ? env["GITHUB_HEAD_REF"] : env["GITHUB_REF_NAME"],
    identity: env["GITHUB_ACTOR"],
    repository: env["GITHUB_REPOSITORY"],
    pipeline: joinParts(
      env["GITHUB_SERVER_URL"],
      "/",
      env["GITHUB_REPOSITORY"],
      "/actions/runs/",
      env["GITHUB_RUN_ID"],
    ),
  }),
  // GitLab CI/CD
  (env) => ({
    commit: env["CI_COMMIT_SHA"],
    branch: env["CI_COMMIT_REF_NAME"],
    identity: env["GITLAB_USER_LOGIN"],
    repository: env["CI_PROJECT_PATH"],
    pipeline: env["CI_PIPELINE_URL"],
  }),
  // Azure Pipelines
  (env) => ({
    commit: env["BUILD_SOURCEVERSION"],
    branch: env["BUILD_SOURCEBRANCH"],
    identity: env["BUILD_REQUESTEDFOR"],
    repository: env["BUILD_REPOSITORY_NAME"],
    pipeline: joinParts(
      env["SYSTEM_TEAMFOUNDATIONCOLLECTIONURI"],
      encodeURIComponent(env["SYSTEM_TEAMPROJECT"] ?? ""),
      "/_build/results?buildId=",
      env["BUILD_BUILDID"],
    ),
  }),
  // AWS CodeBuild
  (env) => ({
    commit: env["CODEBUILD_RESOLVED_SOURCE_VERSION"],
    identity: env["CODEBUILD_INITIATOR"],
    pipeline: env["CODEBUILD_BUILD_ARN"],
  }),
];

/** When, from which commit and by whom a scan is run, as far as its environment tells; of the machine nothing. */
export function describeRun(env: Environment, now: Date): ResultRun {
  const told = PIPELINES.map((read) => read(env)).find(({ commit }) => isSaid(commit)) ?? {};
  const said = Object.entries(told).filter(([, text]) => isSaid(text));
  return { startedAt: startOf(env["SOURCE_DATE_EPOCH"], now), ...Object.fromEntries(said) };
}

/** Reproducible builds set the clock by SOURCE_DATE_EPOCH, in seconds. */
function startOf(epoch: string | undefined, now: Date): string {
  const time = epoch !== undefined && /^\d{1,12}$/.test(epoch) ? new Date(Number(epoch) * 1000) : now;
  return time.toISOString();
}

function joinParts(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.every(isSaid) ? parts.join("") : undefined;
}

function isSaid(text: string | undefined): boolean {
  return text !== undefined && text !== "";
}
