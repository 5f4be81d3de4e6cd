import { describe, expect, it } from "vitest";
import { describeRun } from "../../src/commands/describe-run.ts";

const NOW = new Date("2026-06-01T12:00:00Z");
const startedAt = "2026-06-01T12:00:00.000Z";

describe("describeRun", () => {
  it.each([
    ["nothing on a desk", {}, {}],
    [
      "GitHub Actions",
      {
        GITHUB_SHA: "abc",
        GITHUB_REF_NAME: "main",
        GITHUB_HEAD_REF: "",
        GITHUB_ACTOR: "jane",
        GITHUB_REPOSITORY: "clinic/infra",
        GITHUB_SERVER_URL: "https://github.com",
        GITHUB_RUN_ID: "7",
      },
      {
        commit: "abc",
        branch: "main",
        identity: "jane",
        repository: "clinic/infra",
        pipeline: "https://github.com/clinic/infra/actions/runs/7",
      },
    ],
    [
      "the branch of a pull request, which is no branch of GitHub's own",
      { GITHUB_SHA: "abc", GITHUB_REF_NAME: "7/merge", GITHUB_HEAD_REF: "feature" },
      { commit: "abc", branch: "feature" },
    ],
    [
      "GitLab",
      {
        CI_COMMIT_SHA: "abc",
        CI_COMMIT_REF_NAME: "main",
        GITLAB_USER_LOGIN: "jane",
        CI_PIPELINE_URL: "https://x/1",
      },
      { commit: "abc", branch: "main", identity: "jane", pipeline: "https://x/1" },
    ],
    [
      "Azure Pipelines",
      {
        BUILD_SOURCEVERSION: "abc",
        BUILD_SOURCEBRANCH: "refs/heads/main",
        BUILD_REQUESTEDFOR: "Jane Doe",
        BUILD_REPOSITORY_NAME: "infra",
        SYSTEM_TEAMFOUNDATIONCOLLECTIONURI: "https://dev.azure.com/clinic/",
        SYSTEM_TEAMPROJECT: "Our Infra",
        BUILD_BUILDID: "7",
      },
      {
        commit: "abc",
        branch: "refs/heads/main",
        identity: "Jane Doe",
        repository: "infra",
        pipeline: "https://dev.azure.com/clinic/Our%20Infra/_build/results?buildId=7",
      },
    ],
    [
      "CodeBuild",
      { CODEBUILD_RESOLVED_SOURCE_VERSION: "abc", CODEBUILD_INITIATOR: "jane" },
      { commit: "abc", identity: "jane" },
    ],
  ])("reads %s", (_, env, told) => {
    expect(describeRun(env, NOW)).toEqual({ startedAt, ...told });
  });

  it.each([
    ["1700000000", "2023-11-14T22:13:20.000Z"],
    ["soon", startedAt],
    ["", startedAt],
  ])("SOURCE_DATE_EPOCH=%s", (epoch, time) => {
    expect(describeRun({ SOURCE_DATE_EPOCH: epoch }, NOW).startedAt).toBe(time);
  });
});
