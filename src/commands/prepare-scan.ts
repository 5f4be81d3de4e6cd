import { checkStatements } from "../config/check-statements.ts";
import type { CheckedStatements } from "../config/check-statements.ts";
import { checkWaivers } from "../config/check-waivers.ts";
import type { Config, FailOn } from "../config/config.ts";
import { ConfigError } from "../model/errors.ts";
import type { ResultManifest } from "../model/result-document.ts";
import type { Ruleset } from "../ruleset/ruleset.ts";
import type { WaiverLimit } from "../triage/read-waiver-comments.ts";
import type { ScanArguments } from "./arguments.ts";
import { describeManifest } from "./describe-manifest.ts";
import { loadRules } from "./load-rules.ts";
import { listControls, selectFrameworks } from "./select-frameworks.ts";
import { usageError } from "./usage-error.ts";

/** What decides a scan, besides its inputs. */
export interface PreparedScan {
  readonly config: Config;
  readonly ruleset: Ruleset;
  /** The ids of all rules, those that are not selected included. */
  readonly knownRules: ReadonlySet<string>;
  readonly statements: Pick<CheckedStatements, "attestations" | "alternatives">;
  readonly waiverLimit: WaiverLimit;
  readonly manifest: ResultManifest;
  readonly failOn: FailOn;
  readonly strict: boolean;
  /** YYYY-MM-DD */
  readonly today: string;
}

type PrepareArguments = Pick<ScanArguments, "rules" | "param" | "framework" | "fail-on" | "strict">;

/** Loads the rules and checks what genoscan.yaml says against them. Throws a ConfigError with all that is wrong. */
export async function prepareScan(
  args: PrepareArguments,
  config: Config,
  today: string,
): Promise<PreparedScan> {
  const { ruleset } = await loadRules(args, config);
  const knownRules = new Set(ruleset.rules.map(({ id }) => id));
  const statements = checkStatements(config, listControls(ruleset.controls), today);
  const maxDays = config.maxWaiverDays;
  const waiverLimit = { maxDays, latest: dayAfter(today, maxDays) };
  const problems = [...checkWaivers(config.waivers, knownRules, waiverLimit), ...statements.problems];
  if (problems.length > 0) throw new ConfigError(problems);
  const selected = selectFrameworks(ruleset, args.framework ?? config.frameworks);
  // a scan that asks nothing would look clean
  if (selected.rules.length === 0) throw usageError("there is no rule to scan with; name another framework");
  const failOn = args["fail-on"] ?? config.failOn ?? "high";
  const strict = args.strict ?? config.strict ?? false;
  const ruleFolders = [...config.ruleFolders, ...(args.rules ?? [])];
  const manifest = describeManifest({ config, ruleset: selected, ruleFolders, failOn, strict });
  return { config, ruleset: selected, knownRules, statements, waiverLimit, manifest, failOn, strict, today };
}

/** The day so many days later, both YYYY-MM-DD. */
function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
