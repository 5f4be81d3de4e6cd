import packageJson from "../../package.json" with { type: "json" };
import { loadBaseline } from "../config/load-baseline.ts";
import { loadConfig } from "../config/load-config.ts";
import type { Config } from "../config/config.ts";
import type { ResultDocument } from "../model/result-document.ts";
import { stringifyJson } from "../reporters/stringify-json.ts";
import { countSeverities, formatBaseline } from "../triage/baseline.ts";
import type { Baseline } from "../triage/baseline.ts";
import type { BaselineFinding } from "../triage/baseline-document.ts";
import { findingsToKeep, reviseBaseline } from "../triage/revise-baseline.ts";
import type { BaselineArguments } from "./arguments.ts";
import { checkPaths } from "./check-paths.ts";
import { CLEAN, INCOMPLETE } from "./exit-code.ts";
import { formatTable } from "./format-table.ts";
import { prepareScan } from "./prepare-scan.ts";
import type { PreparedScan } from "./prepare-scan.ts";
import { scanInputs } from "./scan-inputs.ts";
import type { Terminal } from "./terminal.ts";
import { terraformOptions } from "./terraform-options.ts";
import { usageError } from "./usage-error.ts";
import { writeBaseline } from "./write-baseline.ts";

const DEFAULT_FILE = "genoscan-baseline.json";

/** Writes, revises or prints the file of known findings. */
export async function baseline(args: BaselineArguments, terminal: Terminal): Promise<number> {
  if (args["accept-new"] === true && args.action !== "update") {
    throw usageError(`--accept-new belongs to genoscan baseline update, not to ${args.action}`);
  }
  const config = await loadConfig(args.config, args.paths[0]);
  const file = args.baseline ?? config.baseline ?? DEFAULT_FILE;
  if (args.action === "show") return show(await loadBaseline(file), args, terminal);
  checkPaths(args.paths);
  const prepared = await prepareScan(
    { ...args, strict: undefined, "fail-on": undefined },
    config,
    new Date().toISOString().slice(0, 10),
  );
  return args.action === "create"
    ? create(file, args, prepared, terminal)
    : update(file, args, prepared, terminal);
}

async function show(known: Baseline, args: BaselineArguments, terminal: Terminal): Promise<number> {
  if (args.paths.length > 0) {
    throw usageError(
      "baseline show prints the file and reads no input; genoscan PLAN --baseline FILE compares",
    );
  }
  const { findings } = known;
  if (args.format === "json") await terminal.print(stringifyJson(findings));
  else if (findings.length > 0) await terminal.print(tableOf(findings));
  terminal.tell(`genoscan: ${describe(findings)} in ${known.file}`);
  return CLEAN;
}

async function create(
  file: string,
  args: BaselineArguments,
  prepared: PreparedScan,
  terminal: Terminal,
): Promise<number> {
  const result = await run(args, prepared, undefined, terminal);
  const findings = findingsToKeep(result.verdicts);
  await writeBaseline(file, formatBaseline(toolOf(result), findings), insideOf(args, prepared.config), "wx");
  terminal.tell(`genoscan: ${file} written with ${describe(findings)}`);
  if (prepared.config.baseline === undefined) {
    terminal.tell(`genoscan: scan with --baseline ${file}, or say baseline: ${file} in genoscan.yaml`);
  }
  return tellIncomplete(result, terminal);
}

async function update(
  file: string,
  args: BaselineArguments,
  prepared: PreparedScan,
  terminal: Terminal,
): Promise<number> {
  const known = await loadBaseline(file);
  const result = await run(args, prepared, known, terminal);
  const revised = reviseBaseline(known, result, prepared.knownRules, args["accept-new"] ?? false);
  const { dropped, added, left, findings } = revised;
  await writeBaseline(file, formatBaseline(toolOf(result), findings), insideOf(args, prepared.config), "w");
  const changes = [...dropped.map((entry) => rowOf(entry, "-")), ...added.map((entry) => rowOf(entry, "+"))];
  if (changes.length > 0) await terminal.print(formatTable(changes));
  terminal.tell(
    `genoscan: ${file}: ${String(dropped.length)} dropped, ${String(added.length)} added, ${describe(findings)} in it`,
  );
  if (left.length > 0) {
    terminal.tell(`genoscan: ${describe(left)} new and not in it; --accept-new takes them in`);
  }
  for (const { code, message } of result.diagnostics) {
    if (code.startsWith("baseline-")) terminal.tell(`genoscan: ${message}`);
  }
  return tellIncomplete(result, terminal);
}

function run(
  args: BaselineArguments,
  prepared: PreparedScan,
  known: Baseline | undefined,
  terminal: Terminal,
): Promise<ResultDocument> {
  const paths = checkPaths(args.paths);
  const terraform = terraformOptions(args);
  const paramFiles = args["param-file"] ?? [];
  return scanInputs(
    { paths, terraform, paramFiles, baseline: known, run: undefined, showsPasses: false },
    prepared,
    terminal,
  );
}

function toolOf({ tool }: ResultDocument): { readonly version: string; readonly rulesetDigest: string } {
  return { version: packageJson.version, rulesetDigest: tool.rulesetDigest };
}

/** A place that genoscan.yaml chooses lies beside it. */
function insideOf(args: BaselineArguments, { baseline: named, path }: Config): string | undefined {
  return args.baseline === undefined && named !== undefined ? path : undefined;
}

/** What could not be read may hold more: a baseline of it is no clean one. */
function tellIncomplete({ summary, inputs, coverage }: ResultDocument, terminal: Terminal): number {
  for (const { message, status, path } of inputs) {
    if (status === "unreadable") terminal.complain(`genoscan: ${message ?? path}`);
  }
  for (const { subject, reason } of coverage) {
    terminal.complain(`genoscan: not read: ${subject}: ${reason}`);
  }
  if (!summary.incomplete) return CLEAN;
  terminal.tell("genoscan: the scan is incomplete, and the baseline holds what was found");
  return INCOMPLETE;
}

function describe(findings: readonly BaselineFinding[]): string {
  const failures = findings.filter(({ verdict }) => verdict === "fail");
  const unknowns = findings.length - failures.length;
  const detail = failures.length === 0 ? "" : ` (${countSeverities(failures)})`;
  const noun = failures.length === 1 ? "finding" : "findings";
  return `${String(failures.length)} ${noun}${detail}${unknowns === 0 ? "" : ` and ${String(unknowns)} not decided`}`;
}

function tableOf(findings: readonly BaselineFinding[]): string {
  return formatTable([
    ["", "VERDICT", "SEVERITY", "RULE", "ADDRESS"],
    ...findings.map((entry) => rowOf(entry, "")),
  ]);
}

function rowOf(entry: BaselineFinding, mark: string): readonly string[] {
  const { verdict, severity, rule, address = "the input as a whole" } = entry;
  return [mark, verdict, severity, rule, address];
}
