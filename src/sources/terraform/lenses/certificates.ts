import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

export const certificateLenses: readonly Lens[] = [
  {
    type: "aws_acm_certificate",
    canonical: "AWS::CertificateManager::Certificate",
    identifiers: ["arn", "id"],
    properties: {
      CertificateAuthorityArn: "certificate_authority_arn",
      DomainName: "domain_name",
      KeyAlgorithm: "key_algorithm",
      SubjectAlternativeNames: "subject_alternative_names",
      Tags: TAGS,
      ValidationMethod: "validation_method",
    },
  },
  {
    type: "aws_iam_server_certificate",
    canonical: "AWS::IAM::ServerCertificate",
    identifiers: ["arn", "name"],
    properties: { Path: "path", ServerCertificateName: "name", Tags: TAGS },
  },
];
