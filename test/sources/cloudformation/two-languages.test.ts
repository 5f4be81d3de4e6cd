import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ResultDocument } from "../../../src/model/result-document.ts";

/** What the templates cannot say as Terraform does, by rule. */
const DIFFERENT: Readonly<Record<string, string>> = {
  "aws-account-disk-encryption": "CloudFormation has no type for this setting of an account",
  "aws-account-password-policy": "CloudFormation has no type for this setting of an account",
  "aws-account-public-access-block": "CloudFormation has no type for this setting of an account",
  "aws-dynamodb-ledger-copies-encryption-key": "replicas are a type of their own, AWS::DynamoDB::GlobalTable",
  "aws-dynamodb-ledger-copies-recovery": "replicas are a type of their own, AWS::DynamoDB::GlobalTable",
  "aws-dynamodb-replica-regions": "replicas are a type of their own, AWS::DynamoDB::GlobalTable",
  "aws-organizations-account-billing-closed": "iam_user_access_to_billing is a word of Terraform",
  "aws-organizations-account-kept": "close_on_deletion is a word of Terraform",
  "aws-s3-report-force-destroy": "force_destroy is a word of Terraform",
  "aws-vpc-dns-firewall-closes":
    "CloudFormation has no type for the configuration of the DNS firewall of a VPC",
};

/** What only a stack can be asked. */
const OF_STACKS: ReadonlySet<string> = new Set(["aws-kms-stack-keeps-key", "aws-logs-stack-keeps-group"]);

/** Verdicts by rule and by the address that Terraform has for the resource. */
function scan(
  input: string,
  scenario: string,
  names?: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const config = `fixtures/terraform-plan/${scenario}/genoscan.yaml`;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["dist/cli.js", input, "--config", config, "-f", "json"],
    { encoding: "utf8", maxBuffer: 2 ** 28 },
  );
  if (status === null || status === 2) throw new Error(`${input}: ${stderr}`);
  const { verdicts, diagnostics } = JSON.parse(stdout) as ResultDocument;
  if (names !== undefined) expect(diagnostics).toEqual([]);
  return new Map(
    verdicts.map(({ rule, resource, verdict }) => {
      const address = resource === undefined ? "" : (names?.[resource.address] ?? resource.address);
      return [`${rule} ${address}`, verdict];
    }),
  );
}

describe.each(["genomics-sound", "genomics-flawed"])("%s in two languages", (scenario) => {
  const names = JSON.parse(
    readFileSync(`fixtures/cloudformation/${scenario}/addresses.json`, "utf8"),
  ) as Readonly<Record<string, string>>;
  const comparable = new Set(["", ...Object.values(names)]);
  const planned = scan(`fixtures/terraform-plan/${scenario}/plan.json`, scenario);
  const written = scan(`fixtures/cloudformation/${scenario}`, scenario, names);

  it("has the same verdicts, rule by rule", () => {
    const different = [...planned]
      .map(([key, verdict]) => ({ key, verdict, other: written.get(key) ?? "not applicable" }))
      .filter(({ key }) => {
        const [rule = "", ...address] = key.split(" ");
        return comparable.has(address.join(" ")) && DIFFERENT[rule] === undefined;
      })
      // a template shows what a plan leaves to the apply
      .filter(({ verdict, other }) => verdict !== other && verdict !== "unknown");
    expect(different).toEqual([]);
  });

  it("finds nothing in the template that the plan does not have", () => {
    const more = [...written].filter(([key, verdict]) => {
      const [rule = "", ...address] = key.split(" ");
      if (OF_STACKS.has(rule)) return verdict !== "pass";
      return verdict !== "unknown" && comparable.has(address.join(" ")) && !planned.has(key);
    });
    expect(more).toEqual([]);
  });
});
