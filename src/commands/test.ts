import { Chalk } from "chalk";
import { loadConfig } from "../config/load-config.ts";
import { escapeText } from "../reporters/escape-text.ts";
import { bundledRuleset } from "../ruleset/bundled-ruleset.ts";
import { bindParameters } from "../ruleset/parameters.ts";
import { compileRule } from "../ruleset/compile-rule.ts";
import { proveRule } from "../engine/prove-rule.ts";
import type { ProvableRule, Proof } from "../engine/prove-rule.ts";
import type { RuleDocument } from "../ruleset/rule-document.ts";
import type { TestArguments } from "./arguments.ts";
import { CLEAN, FINDINGS } from "./exit-code.ts";
import { loadRules } from "./load-rules.ts";
import { parseParams } from "./parse-params.ts";
import type { Terminal } from "./terminal.ts";
import { usageError } from "./usage-error.ts";

const VERDICTS = ["pass", "fail", "unknown"] as const;

/**
 * Runs the examples of the rules of a folder, with the checks that the rules of genoscan have to stand: every example
 * gives the verdict that it states, every leaf is proved by one, and there is a pass, a fail and an unknown.
 */
export async function test(args: TestArguments, terminal: Terminal): Promise<number> {
  const config = await loadConfig(args.config, undefined);
  const { document } = await loadRules(
    { rules: [args.folder], param: args.param },
    { ...config, ruleFolders: [] },
  );
  const given = { ...config.params, ...parseParams(args.param, document.parameters) };
  const own = document.rules.slice(bundledRuleset().rules.length);
  // a test that tests nothing would look clean
  if (own.length === 0) throw usageError(`there is no rule in "${args.folder}" to test`);
  const chalk = new Chalk({ level: terminal.color ? 1 : 0 });
  let wrong = 0;
  for (const { path, rule } of own) {
    const proof = proveRule(
      rule as RuleDocument & ProvableRule,
      (changed, params) => compileRule(changed, bindParameters(document.parameters, { ...given, ...params })),
      config.settings,
    );
    const problems = [...describeProof(proof), ...describeMissing(rule)];
    if (problems.length > 0) wrong += 1;
    const mark = problems.length === 0 ? chalk.green("ok  ") : chalk.red("FAIL");
    const lines = [
      `${mark}  ${escapeText(rule.id)} (${countExamples(rule)}) ${chalk.dim(escapeText(path))}`,
      ...problems.map((problem) => `      ${escapeText(problem)}`),
    ];
    await terminal.print(`${lines.join("\n")}\n`);
  }
  const outcome = wrong === 0 ? "all proved" : `${String(wrong)} not proved`;
  await terminal.print(`${String(own.length)} ${own.length === 1 ? "rule" : "rules"}: ${outcome}\n`);
  return wrong === 0 ? CLEAN : FINDINGS;
}

function describeProof({ wrong, unproved }: Proof): readonly string[] {
  return [
    ...wrong.map(({ example, expected, actual }) => `example "${example}" gives ${actual}, not ${expected}`),
    ...unproved.map(
      ({ leaf, by }) => `no example changes its verdict when this is replaced by ${by}: ${leaf}`,
    ),
  ];
}

function describeMissing({ examples }: RuleDocument): readonly string[] {
  return VERDICTS.filter((wanted) => !examples.some(({ verdict }) => verdict === wanted)).map(
    (wanted) => `there is no example of verdict ${wanted}`,
  );
}

function countExamples({ examples }: RuleDocument): string {
  return examples.length === 1 ? "1 example" : `${String(examples.length)} examples`;
}
