import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Annotation } from "../model/annotation.ts";
import type { Diagnostic, Gap } from "../model/diagnostic.ts";
import { digestWhenAsked } from "../model/digest-when-asked.ts";
import { SourceError } from "../model/errors.ts";
import type { Problem, SourceErrorCode } from "../model/errors.ts";
import type { Resource } from "../model/resource.ts";
import type { Settings } from "../model/settings.ts";
import { decodeText, isZip } from "./decode-text.ts";
import {
  explainConfiguration,
  explainEmpty,
  explainJson,
  explainNdjson,
  explainWords,
  explainZip,
  isPlanInWords,
} from "./explain-input.ts";
import { expandPaths } from "./expand-paths.ts";
import type { NamedInput } from "./expand-paths.ts";
import { explainYaml, looksLikeYaml } from "./explain-yaml.ts";
import { parseJsonText } from "./parse-json-text.ts";
import { readLargeInput } from "./read-large-input.ts";
import { SOURCES } from "./registry.ts";
import type { Input, LoadContext, Loading, TerraformOptions } from "./source.ts";

/** What became of one input. */
export interface InputReport {
  readonly path: string;
  readonly source: string | undefined;
  readonly digest: () => string;
  readonly resources: number;
  readonly status: "read" | "partial" | "unreadable";
  readonly message?: string;
}

export interface ReadResult {
  readonly inputs: readonly InputReport[];
  readonly resources: readonly Resource[];
  readonly diagnostics: readonly Diagnostic[];
  readonly gaps: readonly Gap[];
  readonly annotations: readonly Annotation[];
  readonly problems: readonly Problem<SourceErrorCode>[];
}

export interface ReadOptions {
  readonly settings: Settings;
  /** Values for variables of Terraform configurations. */
  readonly terraform?: TerraformOptions;
  /** Files with values of the parameters of templates. */
  readonly paramFiles?: readonly string[];
  /** Reads standard input, for the path `-`. */
  readonly stdin?: () => Promise<Uint8Array>;
  /** The largest file that is read, in bytes. */
  readonly maxBytes?: number;
}

/** V8 holds texts of at most 2^29 - 24 characters, so larger files are parsed piece by piece. */
const LARGEST_TEXT = 256 * 1024 * 1024;
const LARGEST = 4 * 1024 * 1024 * 1024;
const NO_DIGEST = (): string => "";

/** Reads every input. One that cannot be read is reported and does not hide the others. */
export async function readInputs(paths: readonly string[], options: ReadOptions): Promise<ReadResult> {
  const opened: (OpenedOne | OneResult)[] = [];
  const { inputs: all, gaps } = await expandPaths(paths);
  const scan = {};
  for (const named of all) {
    const idPrefix = all.length > 1 ? `${named.path}::` : "";
    opened.push(await openOne(named, { idPrefix, scan }, options));
  }
  // inputs may name what others declare, so all are opened first
  const parts = opened.map((one) => ("loading" in one ? finishOne(one) : one));
  return {
    inputs: parts.map(({ report }) => report),
    resources: parts.flatMap(({ resources }) => resources),
    diagnostics: parts.flatMap(({ diagnostics }) => diagnostics),
    gaps: [...gaps, ...parts.flatMap(({ gaps: own }) => own)],
    annotations: parts.flatMap(({ annotations }) => annotations),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

interface OneResult {
  readonly report: InputReport;
  readonly resources: readonly Resource[];
  readonly diagnostics: readonly Diagnostic[];
  readonly gaps: readonly Gap[];
  readonly annotations: readonly Annotation[];
  readonly problems: readonly Problem<SourceErrorCode>[];
}

/** An input that its source has opened. */
interface OpenedOne {
  readonly path: string;
  readonly source: string;
  readonly digest: () => string;
  readonly loading: Loading;
}

async function openOne(
  { path, found }: NamedInput,
  context: Pick<LoadContext, "idPrefix" | "scan">,
  options: ReadOptions,
): Promise<OpenedOne | OneResult> {
  let digest = NO_DIGEST;
  try {
    const opened = await openInput(path, options, (ofBytes) => (digest = ofBytes));
    const input = found === undefined ? opened : { ...opened, files: found.files };
    ({ digest } = input);
    const source = found?.source ?? SOURCES.find((candidate) => candidate.detect(input));
    if (source === undefined) throw input.kind === "folder" ? folderProblem(input) : fileProblem(input);
    const { settings, terraform, paramFiles } = options;
    const loading = await source.load(input, {
      ...context,
      settings,
      ...(terraform !== undefined && { terraform }),
      ...(paramFiles !== undefined && { paramFiles }),
    });
    return { path, source: source.name, digest, loading };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return unreadable(path, digest, error.problems);
  }
}

function finishOne({ path, source, digest, loading }: OpenedOne): OneResult {
  const loaded = "finish" in loading ? loading.finish() : loading;
  const { resources, diagnostics, gaps, annotations = [] } = loaded;
  const status = gaps.length > 0 ? "partial" : "read";
  const report = { path, source, digest, resources: resources.length, status } as const;
  return { report, resources, diagnostics, gaps, annotations, problems: [] };
}

function fileProblem({ json, text, path }: Input): SourceError {
  return new SourceError([json === undefined ? explainYaml(text, path) : explainJson(json, path)]);
}

function unreadable(
  path: string,
  digest: () => string,
  problems: readonly Problem<SourceErrorCode>[],
): OneResult {
  const message = problems.map((problem) => problem.message).join("; ");
  const report = { path, source: undefined, digest, resources: 0, status: "unreadable", message } as const;
  return { report, resources: [], diagnostics: [], gaps: [], annotations: [], problems };
}

/** Opens a folder, a file or standard input. Throws a SourceError for what cannot be read. */
async function openInput(
  path: string,
  options: ReadOptions,
  told: (digest: () => string) => void,
): Promise<Input> {
  if (path === "-") return readInput(path, options, told);
  const found = access(path, () => statSync(path));
  if (found.isDirectory()) return openFolder(path);
  checkSize(path, found.size, options);
  return found.size > LARGEST_TEXT ? readLargeInput(path) : readInput(path, options, told);
}

function openFolder(path: string): Input {
  const names = access(path, () => readdirSync(path));
  return { path, kind: "folder", text: "", digest: NO_DIGEST, json: undefined, names };
}

function checkSize(path: string, bytes: number, { maxBytes = LARGEST }: ReadOptions): void {
  if (bytes <= maxBytes) return;
  const [size, most] = [bytes, maxBytes].map((count) => `${String(Math.ceil(count / 1e6))} MB`);
  throw failure(
    "input-too-large",
    `${path}: the file has ${size}, and genoscan reads at most ${most}; split the plan by module`,
    path,
  );
}

async function readInput(
  path: string,
  options: ReadOptions,
  told: (digest: () => string) => void,
): Promise<Input> {
  const bytes = await readBytes(path, options);
  const digest = digestWhenAsked(bytes);
  told(digest);
  return parseInput(path, bytes, digest);
}

async function readBytes(path: string, { stdin }: ReadOptions): Promise<Uint8Array> {
  if (path !== "-") return access(path, () => readFileSync(path));
  if (stdin === undefined) throw failure("input-unreadable", "-: there is no standard input to read", path);
  return stdin();
}

/** Plans and states that lie in a folder are named, so that the next command is right. */
function folderProblem({ path, names = [] }: Input): SourceError {
  const files = names.filter((name) => /\.(?:json|tfstate)$/.test(name)).sort();
  const hint =
    files.length > 0
      ? `; name a plan or state in it: genoscan ${join(path, files[0] ?? "")}`
      : "; name a folder with .tf files, templates or manifests, or a plan: terraform plan -out=plan.tfplan && terraform show -json plan.tfplan > plan.json";
  return failure(
    "folder-without-input",
    `${path}: this is a folder without Terraform configuration, templates of CloudFormation or Azure, or manifests of Kubernetes${hint}`,
    path,
  );
}

/** What is done with a file, which may not be there. Not by promises: Node loads them in a twentieth of a small scan. */
function access<Result>(path: string, use: () => Result): Result {
  try {
    return use();
  } catch (error) {
    throw accessProblem(error, path);
  }
}

function accessProblem(error: unknown, path: string): SourceError {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR") {
    return failure("input-not-found", `${path}: there is no such file; check the path`, path, error);
  }
  if (code === "EACCES" || code === "EPERM") {
    return failure(
      "input-unreadable",
      `${path}: permission denied; let the user who runs genoscan read it`,
      path,
      error,
    );
  }
  return failure("input-unreadable", `${path}: cannot be read (${code ?? String(error)})`, path, error);
}

async function parseInput(path: string, bytes: Uint8Array, digest: () => string): Promise<Input> {
  if (isZip(bytes)) throw new SourceError([explainZip(path)]);
  const text = decodeText(bytes);
  if (text.trim() === "") throw new SourceError([explainEmpty(path)]);
  const parsed = parseJsonText(text);
  const isTemplate = (): boolean => SOURCES.some((source) => source.readsText?.(text, path) === true);
  // what stands before JSON is noise, unless the JSON is a text inside of a template
  if (parsed.ok && (parsed.skipped === 0 || !isTemplate())) {
    return { path, kind: "file", text, digest, json: parsed.json };
  }
  if (parsed.ok) return { path, kind: "file", text, digest, json: undefined };
  if (/^\s*\{"@level"/.test(text)) throw new SourceError([explainNdjson(path)]);
  if (/\.(?:tf|tofu|tfvars)$/.test(path)) throw new SourceError([explainConfiguration(path)]);
  if (isPlanInWords(text)) throw new SourceError([explainWords(path)]);
  if (isTemplate() || looksLikeYaml(text)) return { path, kind: "file", text, digest, json: undefined };
  const { message, line, column } = await parsed.problem();
  throw new SourceError([
    {
      code: "json-syntax",
      message: `${path}: not JSON at line ${String(line)}, column ${String(column)}: ${message}; ${adviceFor(text)}`,
      location: { file: path, line, column },
    },
  ]);
}

function adviceFor(text: string): string {
  return text.includes('"Resources"') || text.includes("AWSTemplateFormatVersion")
    ? "correct the template there"
    : "if it was cut off, make it again with: terraform show -json PLAN > plan.json";
}

function failure(code: SourceErrorCode, message: string, path: string, cause?: unknown): SourceError {
  return new SourceError(
    [{ code, message, location: { file: path } }],
    cause === undefined ? undefined : { cause },
  );
}
