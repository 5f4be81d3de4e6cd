import yargs from "yargs";
import type { Argv } from "yargs";
import packageJson from "../../package.json" with { type: "json" };
import { CLEAN } from "./exit-code.ts";
import { checkRepeated } from "./check-repeated.ts";
import { completeWord } from "./complete-word.ts";
import { describeUsageError } from "./describe-usage-error.ts";
import { fromEnvironment } from "./from-environment.ts";
import {
  BASELINE_ACTIONS,
  BASELINE_OPTIONS,
  EXPLAIN_OPTIONS,
  INIT_OPTIONS,
  INSPECT_OPTIONS,
  LISTS,
  LIST_OPTIONS,
  REPORT_OPTIONS,
  SCAN_OPTIONS,
  TEST_OPTIONS,
} from "./options.ts";
import { scan } from "./scan.ts";
import { protectDashes } from "./protect-dashes.ts";
import { runVerb } from "./run-verb.ts";
import type { TerminalArguments, Verb } from "./run-verb.ts";
import { usageError } from "./usage-error.ts";

/**
 * Parses the arguments, runs the verb, and gives the exit code. Verbs besides scan are read when they are asked for. Throws
 * a ConfigError for arguments that are wrong.
 */
export async function parseCommandLine(process: NodeJS.Process): Promise<number> {
  const { env } = process;
  const args = protectDashes(process.argv.slice(2));
  let exitCode: number = CLEAN;

  /** Keeps the exit code of a verb for the end. */
  function run<Arguments extends TerminalArguments>(verb: Verb<Arguments>) {
    return async (given: Arguments) => {
      exitCode = await runVerb(verb, given, process);
    };
  }

  const parser = yargs(args)
    .scriptName("genoscan")
    .locale("en")
    .exitProcess(false)
    .parserConfiguration({
      "camel-case-expansion": false,
      "dot-notation": false,
      "greedy-arrays": false,
      "parse-numbers": false,
      "parse-positional-numbers": false,
      "strip-aliased": true,
    })
    .command(
      ["scan [paths..]", "$0 [paths..]"],
      "Scan plans, templates and folders and report what they are evidence of",
      (argv) =>
        withPaths(argv).options(fromEnvironment(SCAN_OPTIONS, env)).check(checkRepeated(SCAN_OPTIONS)),
      run(scan),
    )
    .command(
      "inspect [paths..]",
      "Print the resource graph: what the rules see",
      (argv) =>
        withPaths(argv).options(fromEnvironment(INSPECT_OPTIONS, env)).check(checkRepeated(INSPECT_OPTIONS)),
      run(async (given, terminal) => (await import("./inspect.ts")).inspect(given, terminal)),
    )
    .command(
      "explain <id>",
      "Why a rule matters and how to mend what it finds; what is evidence for a control",
      (argv) =>
        argv
          .positional("id", {
            type: "string",
            demandOption: true,
            describe: "The id of a rule or of a control",
          })
          .options(fromEnvironment(EXPLAIN_OPTIONS, env))
          .check(checkRepeated(EXPLAIN_OPTIONS)),
      run(async (given, terminal) => (await import("./explain.ts")).explain(given, terminal)),
    )
    .command(
      "list <what>",
      "List what there is",
      (argv) =>
        argv
          .positional("what", { choices: LISTS, demandOption: true, describe: "What to list" })
          .options(fromEnvironment(LIST_OPTIONS, env))
          .check(checkRepeated(LIST_OPTIONS)),
      run(async (given, terminal) => (await import("./list.ts")).list(given, terminal)),
    )
    .command(
      "init [folder]",
      "Write a commented genoscan.yaml",
      (argv) =>
        argv
          .positional("folder", { type: "string", default: ".", describe: "Where to write it" })
          .options(fromEnvironment(INIT_OPTIONS, env)),
      run(async (given, terminal) => (await import("./init.ts")).init(given, terminal)),
    )
    .command(
      "baseline <action> [paths..]",
      "Keep what is known in a file, so that only new findings make a scan fail",
      (argv) =>
        withPaths(
          argv.positional("action", {
            choices: BASELINE_ACTIONS,
            demandOption: true,
            describe: "Write the file, bring it up to date, or print it",
          }),
        )
          .options(fromEnvironment(BASELINE_OPTIONS, env))
          .check(checkRepeated(BASELINE_OPTIONS)),
      run(async (given, terminal) => (await import("./baseline.ts")).baseline(given, terminal)),
    )
    .command(
      "report <result>",
      "Render reports from a result that genoscan -f json has written",
      (argv) =>
        argv
          .positional("result", {
            type: "string",
            demandOption: true,
            describe: "The JSON report of a scan; - is standard input",
          })
          .options(fromEnvironment(REPORT_OPTIONS, env))
          .check(checkRepeated(REPORT_OPTIONS)),
      run(async (given, terminal) => (await import("./report.ts")).report(given, terminal)),
    )
    .command(
      "test <folder>",
      "Run the examples of rules of your own",
      (argv) =>
        argv
          .positional("folder", { type: "string", demandOption: true, describe: "The folder of the rules" })
          .options(fromEnvironment(TEST_OPTIONS, env))
          .check(checkRepeated(TEST_OPTIONS)),
      run(async (given, terminal) => (await import("./test.ts")).test(given, terminal)),
    )
    .completion("completion", "Print a script that completes genoscan in your shell", completeWord)
    .example("genoscan plan.json", "scan a plan made with: terraform show -json plan.tfplan > plan.json")
    .example("terraform show -json plan.tfplan | genoscan -", "scan without a file in between")
    .example("genoscan plan.json -f sarif=genoscan.sarif -f json=genoscan.json", "write two reports")
    .example("genoscan plan.json --framework hipaa --fail-on critical", "gate on what is critical to HIPAA")
    .example("genoscan baseline create plan.json", "accept what is there, and gate on what is new")
    .example(
      "genoscan report result.json -f markdown",
      "render a saved result: genoscan plan.json -f json=result.json",
    )
    .example("genoscan explain aws-s3-report-object-lock", "why a rule matters and how to mend it")
    .epilogue(
      "Exit codes: 0 clean; 1 findings at or above --fail-on; 2 wrong usage, configuration or rule;\n3 a part of the input could not be read. Options can be set as GENOSCAN_FAIL_ON=critical, and in genoscan.yaml.",
    )
    .version(packageJson.version)
    .alias("help", "h")
    .wrap(Math.min(process.stdout.columns ?? 100, 100))
    .strict()
    .fail((message: string | null, error: Error | undefined) => {
      // what yargs objects to comes as a message, or as an error of its own
      const objection = error?.name === "YError" ? error.message : message;
      throw error === undefined || error.name === "YError"
        ? usageError(describeUsageError(objection ?? "", args))
        : error;
    });

  await parser.parseAsync();
  return exitCode;
}

function withPaths<Arguments>(argv: Argv<Arguments>) {
  return argv.positional("paths", {
    type: "string",
    array: true,
    default: [] as string[],
    defaultDescription: "nothing",
    describe: "Plans, templates and folders to read; - is standard input",
  });
}
