import { describe, expect, it } from "vitest";
import { Sensitive, Unknown } from "../../../src/model/value.ts";
import { factOf } from "./with-facts.ts";

const SETTINGS = { clinics: { north: "111111111111", west: "222222222222" } };
const bucket = (address: string, more: object = {}): { address: string; type: string; account: string } => ({
  address,
  type: "AWS::S3::Bucket",
  account: "111111111111",
  ...more,
});

describe("the clinics among which resources of one account differ", () => {
  it.each([
    ["by the key of an instance", [bucket('b["north"]'), bucket('b["west"]')], ["north", "west"]],
    [
      "by a word of the name",
      [bucket("a", { name: "north-x" }), bucket("b", { name: "west-x" })],
      ["north", "west"],
    ],
    [
      "by the tag against the account",
      [bucket("a", { properties: { Tags: [{ Key: "Clinic", Value: "west" }] } })],
      ["north", "west"],
    ],
    [
      "not when the account of the other is another",
      [bucket('b["north"]'), bucket('b["west"]', { account: "222222222222" })],
      ["north"],
    ],
    [
      "not by a region",
      [bucket("a", { name: "data-us-west-2" }), bucket("b", { name: "data-us-north-1" })],
      undefined,
    ],
    [
      "not by names of different things",
      [bucket("a", { name: "north-reports" }), bucket("b", { name: "west-exchange" })],
      ["north"],
    ],
    [
      "not by a tag for nobody in particular",
      [bucket("a", { properties: { Tags: [{ Key: "clinic", Value: "shared" }] } })],
      undefined,
    ],
    [
      "not in an account that is trusted",
      [bucket('b["north"]', { account: "9" }), bucket('b["west"]', { account: "9" })],
      undefined,
    ],
  ])("%s", (_name, resources, expected) => {
    expect(factOf("NamespaceClinics", resources, { ...SETTINGS, trustedAccounts: ["9"] })).toEqual(expected);
  });

  it("are sensitive when a sensitive tag names them, for whoever meets them there", () => {
    const tagged = (address: string, value: object | string) =>
      bucket(address, { properties: { Tags: [{ Key: "clinic", Value: value }] } });
    const hidden = { $sensitive: "west" };
    const account = { account: "9" };
    const resources = [
      { ...tagged("b", "north"), ...account },
      { ...tagged("a", hidden), ...account },
    ];
    expect(factOf("NamespaceClinics", resources)).toEqual(["north", new Sensitive("west")]);
  });

  it("are not known while the accounts are not", () => {
    const resources = [
      bucket('clinic["a"]', { account: undefined }),
      bucket('clinic["b"]', { account: undefined }),
    ];
    expect(factOf("NamespaceClinics", resources)).toBeInstanceOf(Unknown);
  });
});
