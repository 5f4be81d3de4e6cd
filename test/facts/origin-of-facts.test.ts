import { describe, expect, it } from "vitest";
import { addFacts } from "../../src/facts/add-facts.ts";
import { FACTS } from "../../src/facts/catalogue.ts";
import type { Resource } from "../../src/model/resource.ts";
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

describe("where a fact was written", () => {
  const [resource] = addFacts(new ResourceGraph([key]), DEFAULT_SETTINGS).resources;

  it("is where the property was that it is read off", () => {
    expect(resource?.origin?.("/Facts/Grants").attribute).toBe("from /KeyPolicy");
  });

  it("is the statement that an item is read off", () => {
    expect(resource?.origin?.("/Facts/Grants/0/Relation").attribute).toBe("from /KeyPolicy/Statement/0");
  });

  it("is the statement that names the one signer too many", () => {
    expect(resource?.origin?.("/Facts/Signers").attribute).toBe("from /KeyPolicy/Statement/0");
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
