import { describe, expect, it } from "vitest";
import { Reference, Sensitive, Unknown, UnknownDocument } from "../../../src/model/value.ts";
import { convert } from "../../../src/sources/terraform/convert.ts";

const BUCKET = new Reference("aws_s3_bucket.reports", "arn");
const policy = new UnknownDocument("known after apply", [BUCKET], { Effect: "Deny", Resource: BUCKET });

describe("JSON text of which something is unknown", () => {
  it("is data, with what is unknown in its place", () => {
    expect(convert(policy, "json")).toEqual({ Effect: "Deny", Resource: BUCKET });
  });

  it("stays hidden when it is sensitive", () => {
    expect(convert(new Sensitive(policy), "json")).toEqual(
      new Sensitive({ Effect: "Deny", Resource: BUCKET }),
    );
  });

  it("is unknown text for every other conversion", () => {
    expect(convert(policy, "number")).toBeInstanceOf(Unknown);
  });
});

describe("one part of each object of a list", () => {
  const unknown = new Unknown("known after apply");

  it.each([
    [
      "is a list of its own",
      [{ target: "OsDisk" }, { target: "TemporaryDisk" }],
      ["OsDisk", "TemporaryDisk"],
    ],
    ["keeps an object that is not known", [{ target: "OsDisk" }, unknown], ["OsDisk", unknown]],
    ["keeps a part that is not known", [{ target: unknown }], [unknown]],
    ["is left out with an empty list", [], undefined],
    ["is not known of a list that is not", unknown, unknown],
  ])("%s", (_, value, parts) => {
    expect(convert(value, { part: "target" })).toEqual(parts);
  });
});

describe("a list of texts as one text", () => {
  it("is in one order, and not known while an item is not", () => {
    expect(convert(["Metrics", "AzureServices"], "commas")).toBe("AzureServices, Metrics");
    expect(convert(["Metrics", new Unknown("var.service has no value")], "commas")).toEqual(
      new Unknown("var.service has no value"),
    );
  });
});
