import type { Lens } from "../lens.ts";

export const directoryLenses: readonly Lens[] = [
  {
    type: "aws_directory_service_directory",
    canonical: "AWS::DirectoryService::SimpleAD",
    variants: {
      attribute: "type",
      types: { MicrosoftAD: "AWS::DirectoryService::MicrosoftAD" },
    },
    identifiers: ["id"],
    properties: {
      EnableSso: "enable_sso",
      Name: "name",
      Password: "password",
      ShortName: "short_name",
      VpcSettings: {
        block: "vpc_settings",
        properties: { SubnetIds: "subnet_ids", VpcId: "vpc_id" },
      },
    },
  },
];
