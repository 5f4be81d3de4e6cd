import type { Fact } from "../fact.ts";
import { truthValue } from "./answer.ts";
import { computeUsers, possibleUses } from "./compute-users.ts";

export const phiCompute: Fact = {
  name: "PhiCompute",
  types: ["AWS::EC2::SecurityGroup", "AWS::EC2::Subnet", "AWS::EC2::VPC"],
  needs: ["Roles"],
  description:
    "Whether compute of the input that has the role phi-compute is given the security group, the subnet or a subnet of the VPC. A list that is known after apply counts for each resource that it comes from.",
  compute(resource, { graph }) {
    const users = computeUsers(graph);
    if (users.named.has(resource)) return true;
    const reasons = possibleUses(users, resource);
    return reasons.length === 0 ? false : truthValue("unknown", reasons);
  },
};
