import { isObject } from "../../model/is-object.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Problem, SourceErrorCode } from "../../model/errors.ts";
import type { PlanDocument } from "./plan-document.ts";

const NEWEST_MAJOR = 1;
const NEWEST_MINOR = 2;

/** A plan has a format version and changes, or configuration, or planned values; a state has only values. */
export function looksLikePlan(json: unknown): boolean {
  if (!isObject(json) || versionOf(json) === undefined) return false;
  return ["resource_changes", "planned_values", "configuration", "output_changes"].some((key) => key in json);
}

/** HCP Terraform writes its redacted plans with another key, and without configuration. */
function versionOf(json: Readonly<Record<string, unknown>>): string | undefined {
  const version = json["format_version"] ?? json["plan_format_version"];
  return typeof version === "string" ? version : undefined;
}

export interface CheckedPlan {
  readonly plan: PlanDocument | undefined;
  readonly problems: readonly Problem<SourceErrorCode>[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The plan when its version and its shape are those that genoscan reads. */
export function checkPlan(json: unknown, path: string): CheckedPlan {
  const version = (isObject(json) ? versionOf(json) : undefined) ?? "";
  const [, major = "", minor = ""] = /^(\d+)\.(\d+)$/.exec(version) ?? [];
  const problems = [...versionProblems(version, major, path), ...shapeProblems(json, path)];
  if (problems.length > 0) return { plan: undefined, problems, diagnostics: [] };
  const plan = json as PlanDocument;
  const newer = Number(major) === NEWEST_MAJOR && Number(minor) > NEWEST_MINOR;
  const diagnostics = [
    ...(newer ? [newerVersion(version, path)] : []),
    ...(plan.configuration === undefined ? [withoutConfiguration(path)] : []),
  ];
  return { plan, problems, diagnostics };
}

function newerVersion(version: string, path: string): Diagnostic {
  const known = `${String(NEWEST_MAJOR)}.${String(NEWEST_MINOR)}`;
  const message = `${path}: plan format ${version} is newer than ${known}; what is new in it is not read`;
  return { code: "terraform-plan-newer", level: "warning", message, location: { file: path } };
}

function withoutConfiguration(path: string): Diagnostic {
  const message = `${path}: the plan holds no configuration, so references cannot be followed; what is known only after apply stays unknown`;
  return { code: "terraform-plan-without-configuration", level: "note", message, location: { file: path } };
}

function versionProblems(version: string, major: string, path: string): readonly Problem<SourceErrorCode>[] {
  if (major !== "" && Number(major) <= NEWEST_MAJOR) return [];
  const message =
    major === ""
      ? `${path}: "${version}" is not a plan format version; make the file again with: terraform show -json PLAN > plan.json`
      : `${path}: plan format ${version} is of a later major version than genoscan reads (${String(NEWEST_MAJOR)}.x); update genoscan, or make the plan with Terraform 1.x`;
  return [{ code: "terraform-plan-version", message, location: { file: path } }];
}

/** What every plan is asked for. What is wrong deeper down is looked for when the plan cannot be read. */
function shapeProblems(json: unknown, path: string): readonly Problem<SourceErrorCode>[] {
  const problem = (what: string) => shapeProblem(what, path);
  if (!isObject(json)) return [problem("a plan is a JSON object")];
  const changes = json["resource_changes"];
  if (changes === undefined || changes === null) return [];
  if (!Array.isArray(changes)) return [problem("resource_changes is not a list")];
  const wrong = changes.findIndex((change) => !isChange(change));
  return wrong < 0
    ? []
    : [problem(`resource_changes[${String(wrong)}] has no address, mode, type, name or actions`)];
}

/** What of a plan is not as Terraform writes it. */
export function shapeProblem(what: string, path: string): Problem<SourceErrorCode> {
  const message = `${path}: ${what}; make the file again with: terraform show -json PLAN > plan.json`;
  return { code: "terraform-plan-shape", message, location: { file: path } };
}

function isChange(value: unknown): boolean {
  if (!isObject(value) || !isObject(value["change"])) return false;
  const { actions } = value["change"];
  return (
    typeof value["address"] === "string" &&
    typeof value["mode"] === "string" &&
    typeof value["type"] === "string" &&
    typeof value["name"] === "string" &&
    Array.isArray(actions)
  );
}
