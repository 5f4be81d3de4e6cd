import type { Fact } from "../fact.ts";

const ORGANIZATION = [
  "AWS::Organizations::Account",
  "AWS::Organizations::Organization",
  "AWS::Organizations::OrganizationalUnit",
];

export const managesOrganization: Fact = {
  name: "ManagesOrganization",
  types: ["AWS::CloudTrail::Trail"],
  description:
    "Whether the input also declares the organization, a unit or an account of it: it is deployed to the account that manages the organization.",
  compute: (_, { graph }) =>
    ORGANIZATION.some((type) => graph.ofType(type).some(({ declared }) => declared === "here")),
};
