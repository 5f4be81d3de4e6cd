import type { ParametersDocument } from "../ruleset/parameters-document.ts";

/** A genoscan.yaml to begin with: everything that can be said, as comments, with the values that hold when nothing is said. */
export function starterConfig(parameters: ParametersDocument): string {
  return `# genoscan.yaml: what this site tells genoscan about itself.
# Put it beside the input, or in the folder from which genoscan is run. Everything is optional.

# Clinic name to AWS account id (12 digits, in quotes) or Azure subscription id. Trust between clinics is a finding.
# clinics:
#   north: "111111111111"
#   south: "222222222222"

# The account that the input deploys to, when the input does not say it.
# account: "111111111111"

# Accounts outside of the clinics that may be trusted: an organisation's audit or backup account.
# trustedAccounts: ["999999999999"]

# AWS Organizations that count as our own in policy conditions.
# organizations: [o-exampleorgid]

# Keys that are customer managed although the input does not declare them; * stands for any text.
# customerManagedKeys: ["arn:aws:kms:*:111111111111:key/*"]

# The input is all there is (true), or all there is of these types. Without it, what is not in the input
# may exist elsewhere, and rules about what is missing stay undecided.
# complete: [AWS::CloudTrail::Trail]

# What marks a resource as a report bucket and so on. A key given here replaces the default of that key;
# genoscan explain RULE shows what holds.
# roles:
#   report:
#     words: [report]
#   ledger:
#     words: [consent, ledger]
#   intake:
#     words: [intake, landing, upload, ingest]
#   phi-compute:
#     exceptTags: [phi=false, dataClass=public, data-class=public]
#     exceptAddresses: ["module.website.*"]

# Parameters of the rules: genoscan list parameters says what they mean.
# params:
${describeParameters(parameters)}
# Only rules that are evidence for these frameworks.
# frameworks: [genomics, hipaa, hitrust, aws-config, azure-policy]

# The least severity that is shown, and the least severity of a finding that makes the scan fail (exit code 1).
# severity: low
# fail-on: high

# What the input does not settle counts as a finding.
# strict: false

# Folders of rules of your own, relative to this file.
# rules: [compliance/rules]

# Findings that a person accepts for a time. A waiver never changes a verdict; it ends on the day it says.
# waivers:
#   - rule: aws-s3-report-object-lock
#     address: module.archive.aws_s3_bucket.*
#     reason: The archive moves to the locked bucket in March
#     owner: jane.doe@example.org
#     expires: 2027-03-31
#     ticket: SEC-123
`;
}

function describeParameters(parameters: ParametersDocument): string {
  return Object.entries(parameters)
    .filter(([, parameter]) => "default" in parameter)
    .map(
      ([name, parameter]) =>
        `#   ${name}: ${JSON.stringify("default" in parameter ? parameter.default : null)}\n`,
    )
    .join("");
}
