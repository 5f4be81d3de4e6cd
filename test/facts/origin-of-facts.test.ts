import { describe, expect, it } from "vitest";
import { addFacts } from "../../src/facts/add-facts.ts";
import { FACTS } from "../../src/facts/catalogue.ts";
import type { Resource } from "../../src/model/resource.ts";
import { Reference } from "../../src/model/value.ts";
import { ResourceGraph } from "../../src/model/resource-graph.ts";
import { DEFAULT_SETTINGS } from "../rules/all-rules.ts";

const key: Resource = {
  id: "aws_kms_key.phi",
  address: "aws_kms_key.phi",
  type: "AWS::KMS::Key",
  properties: {
    KeyPolicy: { Statement: [{ Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }] },
  },
  declared: "here",
  identifiers: [],
  origin: (pointer) => ({ address: "aws_kms_key.phi", attribute: `from ${pointer}` }),
};

function azure(address: string, type: string, properties: Resource["properties"]): Resource {
  const origin = (pointer: string) => ({ address, attribute: `from ${pointer}` });
  return { id: address, address, type, properties, declared: "here", identifiers: [], origin };
}

const azureResources = [
  azure("rule", "Microsoft.Synapse/workspaces/firewallRules", {
    properties: { startIpAddress: "0.0.0.0", endIpAddress: "0.0.0.0" },
  }),
  azure("lake", "Microsoft.Storage/storageAccounts", { location: "eastus2" }),
  azure("blobs", "Microsoft.Storage/storageAccounts/blobServices", {
    parent: new Reference("lake", "id"),
    properties: { deleteRetentionPolicy: { enabled: true, days: 3 } },
  }),
  azure("group", "Microsoft.Network/networkSecurityGroups", {
    properties: {
      securityRules: [
        {
          name: "inside",
          properties: { direction: "Inbound", access: "Allow", sourceAddressPrefix: "10.0.0.0/8" },
        },
        {
          name: "ssh",
          properties: {
            direction: "Inbound",
            access: "Allow",
            priority: 100,
            protocol: "Tcp",
            sourceAddressPrefix: "*",
            destinationPortRange: "22",
          },
        },
      ],
    },
  }),
];

describe("where a fact was written", () => {
  const graph = new ResourceGraph([key, ...azureResources]);
  const [resource, rule, account, , group] = addFacts(graph, DEFAULT_SETTINGS).resources;

  it("is where the property was that it is read off", () => {
    expect(resource?.origin?.("/Facts/Grants").attribute).toBe("from /KeyPolicy");
    expect(rule?.origin?.("/Facts/AddressReach").attribute).toBe("from /properties/startIpAddress");
  });

  it("is the statement that an item is read off", () => {
    expect(resource?.origin?.("/Facts/Grants/0/Relation").attribute).toBe("from /KeyPolicy/Statement/0");
  });

  it("is the statement that names the one signer too many", () => {
    expect(resource?.origin?.("/Facts/Signers").attribute).toBe("from /KeyPolicy/Statement/0");
  });

  it("is where a part stands of what is copied from another resource", () => {
    const origin = account?.origin?.("/Facts/BlobService/deleteRetentionPolicy/days");
    expect(origin).toEqual({ address: "blobs", attribute: "from /properties/deleteRetentionPolicy/days" });
  });

  it("is the first item of a list that is read off no one property, and the part of an item that has a place", () => {
    const written = "from /properties/securityRules/1/properties";
    expect(group?.origin?.("/Facts/InternetInbound").attribute).toBe(written);
    expect(group?.origin?.("/Facts/InternetInbound/0/Rule").attribute).toBe(written);
    expect(group?.origin?.("/Facts/InternetInbound/0/AdministrationPorts").attribute).toBe(
      `${written}/destinationPortRange`,
    );
  });

  it("is the location of a resource in Azure for its region", () => {
    expect(account?.origin?.("/Facts/Region").attribute).toBe("from /location");
  });

  it("is told by the source when it is gathered from more than one", () => {
    expect(resource?.origin?.("/Facts/KeyManager").attribute).toBe("from /Facts/KeyManager");
  });

  it("changes nothing for a property", () => {
    expect(resource?.origin?.("/EnableKeyRotation").attribute).toBe("from /EnableKeyRotation");
  });

  it.each(FACTS.filter(({ readFrom }) => readFrom !== undefined))(
    "$name is of every type it is read from",
    (fact) => {
      const { types, readFrom = {} } = fact;
      for (const type of Object.keys(readFrom)) expect(types === "*" || types.includes(type)).toBe(true);
    },
  );
});
