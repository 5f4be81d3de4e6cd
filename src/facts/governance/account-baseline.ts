import type { Fact } from "../fact.ts";

/** What is set up once for an account, and then watches over it. */
const BASELINE = [
  "AWS::AccessAnalyzer::Analyzer",
  "AWS::CloudTrail::Trail",
  "AWS::Config::ConfigurationRecorder",
  "AWS::GuardDuty::Detector",
  "AWS::SecurityHub::Hub",
  "AWS::SecurityHub::HubV2",
  "aws_ebs_encryption_by_default",
  "aws_iam_account_password_policy",
  "aws_s3_account_public_access_block",
];

export const accountBaseline: Fact = {
  name: "CompleteBaseline",
  types: ["Genoscan::Deployment"],
  description:
    "The types of an account's baseline (trail, recorder, detector, hub, account settings) that genoscan.yaml names as complete. Empty where it calls the whole input complete, which people say of a stack that is part of an account.",
  compute: (_, { graph }) => (graph.closed === "all" ? [] : BASELINE.filter((type) => graph.isClosed(type))),
};
