import { expect, it } from "vitest";
import { addFacts } from "../../../src/facts/add-facts.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";
import { loadTemplate } from "./load-template.ts";

const TEMPLATE = `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - { Effect: Allow, Principal: { Service: omics.amazonaws.com }, Action: sts:AssumeRole }
          - { Effect: Allow, Principal: { AWS: "*" }, Action: sts:AssumeRole }
      Policies:
        - PolicyName: everything
          PolicyDocument:
            Statement:
              Effect: Allow
              Action: "*"
              Resource: "*"
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: open
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8 }
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }
  Way:
    Type: AWS::EC2::SecurityGroupEgress
    Properties: { GroupId: !Ref Group, IpProtocol: "-1", CidrIp: 0.0.0.0/0 }
  Signing:
    Type: AWS::KMS::Key
    Properties:
      KeyUsage: SIGN_VERIFY
      KeyPolicy:
        Statement:
          - { Effect: Allow, Principal: { AWS: "arn:aws:iam::111111111111:role/digest" }, Action: kms:Sign, Resource: "*" }
          - { Effect: Allow, Principal: { AWS: "arn:aws:iam::111111111111:role/notary" }, Action: kms:Sign, Resource: "*" }
`;

it.each([
  ["the statement that trusts everybody", "Role", "/Facts/Grants/1/Relation", 8],
  ["a statement that stands without a list", "Role", "/Facts/Permissions/0/WholeServices", 12],
  ["the rule that opens the port", "Group", "/Facts/IngressRules/1/Reach", 22],
  ["the rule that is a resource of its own", "Group", "/Facts/EgressRules/2/Reach", 23],
  ["the statement that names the one signer too many", "Signing", "/Facts/Signers", 33],
])("points at %s", async (_, address, pointer, line) => {
  const { resources } = await loadTemplate(TEMPLATE);
  const graph = addFacts(new ResourceGraph(resources), DEFAULT_SETTINGS);
  const resource = graph.resources.find((candidate) => candidate.address === address);
  expect(resource?.origin?.(pointer).location?.line).toBe(line);
});
