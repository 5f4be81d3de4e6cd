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

# Which tags tell what data a resource holds. PHI makes compute PHI compute and buckets intake buckets; a class
# that is no PHI takes both away.
# dataClasses:
#   phi:
#     tags: [dataClass=phi]
#   public:
#     tags: [dataClass=public]
#   anonymous:
#     tags: [dataClass=anonymous]
#     phi: false

# What is judged, by patterns of addresses and types. What is out of scope stays there as a fact for others, and
# every report counts it.
# scope:
#   include: ["*"]
#   exclude: ["module.website.*", "aws_cloudfront_*"]

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
# maxWaiverDays: 365
# waivers:
#   - rule: aws-s3-report-object-lock
#     address: module.archive.aws_s3_bucket.*
#     reason: The archive moves to the locked bucket in March
#     owner: jane.doe@example.org
#     expires: 2027-03-31
#     ticket: SEC-123

# What persons attest of controls that no scan can decide. Without an end, or until it, and never against a verdict.
# attestations:
#   - control: 164.308(a)(2)
#     owner: jane.doe@example.org
#     date: 2026-01-15
#     expires: 2027-01-15
#     statement: Jane Doe is the security official
#     link: https://wiki.example.org/security-official

# What takes the place of an addressable HIPAA specification (45 CFR 164.306(d)(3)).
# alternatives:
#   - control: 164.312(a)(2)(iii)
#     owner: jane.doe@example.org
#     date: 2026-01-15
#     reason: Workstations lock after five minutes; sessions of the portal end with them
#     document: https://wiki.example.org/automatic-logoff

# Known findings: genoscan baseline create writes the file, and only what is not in it makes the scan fail.
# baseline: genoscan-baseline.json

# Results tell when, from which commit and by whom they were made.
# evidence: true

# What is written when the command line names no format; files lie in this folder or below it.
# reports:
#   - format: text
#   - format: sarif
#     file: genoscan.sarif
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
