import { describe, expect, it } from "vitest";
import { toModelValue } from "../../../../src/languages/hcl/values/to-model.ts";
import { Reference, UnknownText } from "../../../../src/model/value.ts";
import { fromModelValue } from "../../../../src/sources/terraform/folder/from-model-value.ts";

describe("a value of the model in an expression", () => {
  it("a text that is known in part keeps its pieces", () => {
    const arn = new Reference("aws_s3_bucket.reports", "arn");
    const value = toModelValue(fromModelValue(new UnknownText("known after apply", [arn], [arn, "/*"])));
    expect(value).toBeInstanceOf(UnknownText);
    expect((value as UnknownText).pieces).toEqual([arn, "/*"]);
  });
});
