import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { evaluate } from "../../src/engine/evaluate.ts";
import { addFacts } from "../../src/facts/add-facts.ts";
import { parseHcl } from "../../src/languages/hcl/parse-hcl.ts";
import { ResourceGraph } from "../../src/model/resource-graph.ts";
import { compileRule } from "../../src/ruleset/compile-rule.ts";
import { bindParameters } from "../../src/ruleset/parameters.ts";
import { loadInput } from "../sources/load-input.ts";
import { DEFAULT_SETTINGS, PARAMETERS, RULES } from "./all-rules.ts";
import { around, completed, refusals } from "./paste-terraform.ts";

/** The account that snippets write out is the one that is deployed to. */
const SETTINGS = { ...DEFAULT_SETTINGS, account: "111111111111" };

const SNIPPETS = RULES.flatMap(({ rule }) => {
  const snippet = rule.remediation.terraform;
  return snippet === undefined ? [] : [{ id: rule.id, rule, snippet }];
});

/** What these rules are about is gone then, or shows itself only with what stands around the snippet. */
const SILENT = new Set([
  "aws-cloudtrail-organization", // that the account manages an organization
  "aws-ec2-compute-group-egress", // a machine in the group
  "aws-elb-listener-rule-https", // a listener without TLS
  "aws-events-digest-interval", // a function that reads the ledger and signs
  "aws-lakeformation-broad-grants",
  "azure-authorization-program-broad-role",
  "azure-authorization-program-key-role",
  "azure-network-open-management-rule",
  "azure-storage-sftp-intake-only",
  "azure-synapse-workspace-approved-tenants",
]);

/** What these rules ask cannot be told by the snippet alone. */
const UNSETTLED = new Set([
  "aws-dynamodb-ledger-digest", // what the function does
  "aws-elb-classic-tls-policy", // the listeners of the load balancer
  "aws-iam-permissions-bounded", // who has the statement
  "aws-omics-run-subnets-private", // the routes of the subnet
  "aws-organizations-account-one-clinic", // the clinics
  "aws-organizations-account-own-email", // the clinics
  "aws-organizations-clinic-unit-regions", // what the unit hangs under
  "aws-quicksight-data-source-vpc", // which database it is
  "aws-rds-cluster-snapshot-encrypted", // the database of the snapshot
  "aws-rds-snapshot-encrypted", // the database of the snapshot
  "aws-s3-phi-tls-only", // the name of the bucket
  "aws-s3-tls-only", // the name of the bucket
  "aws-sagemaker-model-pinned", // the digest, which the plan tells
  "azure-resources-compute-near-data", // the region of the storage account
]);

/** The parameters that the snippet asks for in genoscan.yaml. */
function parametersIn(snippet: string): Readonly<Record<string, unknown>> {
  const text = /^# genoscan.yaml: params: (.*)$/mu.exec(snippet)?.[1];
  return text === undefined ? {} : (parse(text) as Readonly<Record<string, unknown>>);
}

describe("what a rule says to paste into a configuration of Terraform", () => {
  let folders: string;

  beforeAll(() => {
    folders = mkdtempSync(join(tmpdir(), "genoscan-paste-"));
  });

  afterAll(() => rmSync(folders, { recursive: true, force: true }));

  it.each(SNIPPETS)("$id: is legal, and passes the rule", async ({ id, rule, snippet }) => {
    const folder = join(folders, id);
    const file = parseHcl(snippet, "main.tf");
    expect(file.problems.map(({ message }) => message)).toEqual([]);
    const files = { ...around(file, snippet), "main.tf": completed(file, snippet) };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const whole = parseHcl(files["main.tf"], "main.tf");
    const { resources, diagnostics, gaps, problems } = await loadInput(folder);
    const told = [...problems, ...diagnostics].filter(
      ({ location }) => location?.file.endsWith("around.tf") !== true,
    );
    const graph = addFacts(new ResourceGraph(resources), SETTINGS);
    const bound = bindParameters(PARAMETERS, parametersIn(snippet));
    const { verdicts } = evaluate(graph, [compileRule(rule, bound)]);
    const failed = verdicts.filter(({ outcome }) => outcome === "fail");
    expect(refusals(whole)).toEqual([]);
    expect(told.map(({ message }) => message)).toEqual([]);
    expect(gaps).toEqual([]);
    expect(
      failed.map(({ resource, evidence }) => [
        resource?.address,
        evidence.map(({ pointer, expected }) => `${pointer}: ${expected}`),
      ]),
    ).toEqual([]);
    const own = resources.filter(({ location }) => location?.file.endsWith("main.tf") === true);
    const isSelected = own.some(({ type }) => [rule.select.type].flat().includes(type));
    const isJudged = isSelected && rule.select.scope === undefined && !snippet.includes("# …");
    const outcomes = new Set(verdicts.map(({ outcome }) => outcome));
    const said = verdicts.length === 0 ? "nothing" : outcomes.has("pass") ? "pass" : "unknown";
    const allowed = SILENT.has(id) ? "nothing" : UNSETTLED.has(id) ? "unknown" : "pass";
    expect(isJudged || verdicts.length > 0 ? said : allowed).toBe(allowed);
  });
});
