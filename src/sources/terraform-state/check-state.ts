import { isObject } from "../../model/is-object.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Problem, SourceErrorCode } from "../../model/errors.ts";
import type { RawState, ShownModule, ShownState } from "./state-document.ts";

const NEWEST_MAJOR = 1;
const NEWEST_MINOR = 0;

/** A raw state of version 4, or what `terraform show -json` prints of a state. */
export type State =
  { readonly kind: "raw"; readonly state: RawState } | { readonly kind: "shown"; readonly state: ShownState };

export interface CheckedState {
  readonly state: State | undefined;
  readonly problems: readonly Problem<SourceErrorCode>[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `version` 4 with resources or a lineage; older versions are no input, and read-inputs says what to do. */
export function looksLikeRawState(json: unknown): boolean {
  return isObject(json) && json["version"] === 4 && ("resources" in json || "lineage" in json);
}

/** A format version and values; a plan has much more, and is asked for first. */
export function looksLikeShownState(json: unknown): boolean {
  if (!isObject(json) || typeof json["format_version"] !== "string") return false;
  return "values" in json || Object.keys(json).every((key) => SHOWN_KEYS.has(key));
}

const SHOWN_KEYS = new Set(["format_version", "terraform_version", "checks"]);

/** The state when its version and its shape are those that genoscan reads. */
export function checkState(json: unknown, path: string): CheckedState {
  return looksLikeRawState(json) ? checkRaw(json, path) : checkShown(json, path);
}

function checkRaw(json: unknown, path: string): CheckedState {
  const resources = isObject(json) ? json["resources"] : undefined;
  const wrong = listProblem(resources, "resources", isRawResource, "no mode, type, name or instances");
  if (wrong !== undefined) return refused("terraform-state-shape", `${path}: ${wrong}; ${PULL}`, path);
  return { state: { kind: "raw", state: json as RawState }, problems: [], diagnostics: [] };
}

function checkShown(json: unknown, path: string): CheckedState {
  const document = isObject(json) ? json : {};
  const version = String(document["format_version"]);
  const [, major = "", minor = ""] = /^(\d+)\.(\d+)$/.exec(version) ?? [];
  if (major === "" || Number(major) > NEWEST_MAJOR) {
    const told = `state format "${version}" is not one that genoscan reads (${String(NEWEST_MAJOR)}.x)`;
    return refused("terraform-state-shape", `${path}: ${told}; ${SHOW}`, path);
  }
  if (document["values"] === undefined || document["values"] === null) {
    const told = "terraform show -json found no state, or an empty one, where it ran";
    return refused(
      "terraform-state-empty",
      `${path}: ${told}; run it in the folder and workspace whose state it is`,
      path,
    );
  }
  const wrong = shownProblem(document["values"]);
  if (wrong !== undefined) return refused("terraform-state-shape", `${path}: ${wrong}; ${SHOW}`, path);
  const newer = Number(major) === NEWEST_MAJOR && Number(minor) > NEWEST_MINOR;
  const diagnostics = newer ? [newerVersion(version, path)] : [];
  return { state: { kind: "shown", state: json as ShownState }, problems: [], diagnostics };
}

const PULL = "make the file again with: terraform state pull > terraform.tfstate";
const SHOW = "make the file again with: terraform show -json > state.json";

function newerVersion(version: string, path: string): Diagnostic {
  const known = `${String(NEWEST_MAJOR)}.${String(NEWEST_MINOR)}`;
  const message = `${path}: state format ${version} is newer than ${known}; what is new in it is not read`;
  return { code: "terraform-state-newer", level: "warning", message, location: { file: path } };
}

function refused(code: SourceErrorCode, message: string, path: string): CheckedState {
  return { state: undefined, problems: [{ code, message, location: { file: path } }], diagnostics: [] };
}

/** Walks with a list of its own: an input may be nested deeper than the stack of calls is high. */
function shownProblem(values: unknown): string | undefined {
  if (!isObject(values)) return "values is not an object";
  const open: unknown[] = values["root_module"] === undefined ? [] : [values["root_module"]];
  while (open.length > 0) {
    const module = open.pop();
    if (!isObject(module)) return "a module is not an object";
    const { resources = [], child_modules: children = [] } = module as ShownModule;
    const wrong = listProblem(resources, "resources", isShownResource, "no address, mode, type or name");
    if (wrong !== undefined) return wrong;
    if (!Array.isArray(children)) return "child_modules is not a list";
    open.push(...(children as readonly unknown[]));
  }
  return undefined;
}

function listProblem(
  list: unknown,
  name: string,
  fits: (item: unknown) => boolean,
  lack: string,
): string | undefined {
  if (!Array.isArray(list)) return `${name} is not a list`;
  const wrong = list.findIndex((item: unknown) => !fits(item));
  return wrong < 0 ? undefined : `${name}[${String(wrong)}] has ${lack}`;
}

/** Names as Terraform allows them: they become part of addresses. */
const NAME = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

function isNamed(value: unknown): value is Record<string, unknown> {
  if (!isObject(value) || typeof value["mode"] !== "string") return false;
  return [value["type"], value["name"]].every((text) => typeof text === "string" && NAME.test(text));
}

function isRawResource(value: unknown): boolean {
  if (!isNamed(value) || !Array.isArray(value["instances"]) || !value["instances"].every(isObject)) {
    return false;
  }
  return value["module"] === undefined || typeof value["module"] === "string";
}

function isShownResource(value: unknown): boolean {
  return isNamed(value) && typeof value["address"] === "string" && value["address"] !== "";
}
