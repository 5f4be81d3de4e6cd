import { describe, expect, it } from "vitest";
import { Reference, Sensitive, Unknown, UnknownDocument, UnknownText } from "../../../../src/model/value.ts";
import { callFunction } from "../../../../src/languages/hcl/functions/call-function.ts";
import { concatenate } from "../../../../src/languages/hcl/values/concatenate.ts";
import { HclNumber } from "../../../../src/languages/hcl/values/hcl-number.ts";
import { ANY, STRING } from "../../../../src/languages/hcl/values/hcl-value.ts";
import type { HclValue } from "../../../../src/languages/hcl/values/hcl-value.ts";
import {
  number,
  object,
  set,
  text,
  tuple,
  unknown,
} from "../../../../src/languages/hcl/values/make-value.ts";
import { withMarks } from "../../../../src/languages/hcl/values/marks.ts";
import { toModelValue } from "../../../../src/languages/hcl/values/to-model.ts";
import { context } from "../functions/terraform-cases.ts";

const ARN = new Reference("aws_s3_bucket.reports", "arn");
const arn = withMarks(unknown(STRING, "known after apply"), { reference: ARN });

function jsonencode(value: HclValue): HclValue {
  return callFunction("jsonencode", [value], context);
}

describe("values on their way to a resource", () => {
  it("name the resource whose attribute they are", () => {
    expect(toModelValue(arn)).toEqual(ARN);
  });

  it("hold the pieces that a computed text is put together of", () => {
    const joined = toModelValue(concatenate([arn, text("/*")]));
    expect(joined).toEqual(new UnknownText("known after apply", [ARN], [ARN, "/*"]));
  });

  it("bring the data of JSON that is partly unknown", () => {
    const policy = object([
      ["Effect", text("Deny")],
      ["Resource", tuple([arn, concatenate([arn, text("/*")])])],
    ]);
    expect(toModelValue(jsonencode(policy))).toEqual(
      new UnknownDocument("known after apply", [ARN], {
        Effect: "Deny",
        Resource: [ARN, new UnknownText("known after apply", [ARN], [ARN, "/*"])],
      }),
    );
  });

  it("read JSON that a template makes, with what is unknown inside of strings and in the place of values", () => {
    const template = concatenate([
      text('{"Resource": "'),
      arn,
      text('", "Days": '),
      unknown(ANY, "var.days has no value", [], { notNull: true }),
      text(', "Inner": '),
      jsonencode(object([["a", arn]])),
      text("}"),
    ]);
    expect(toModelValue(template)).toMatchObject({
      document: { Resource: ARN, Days: new Unknown("var.days has no value"), Inner: { a: ARN } },
    });
  });

  it("do not know a list into which text is put that may be several elements", () => {
    const template = concatenate([
      text('{"Effect": "Allow", "Action": ['),
      unknown(STRING, "not known"),
      text("]}"),
    ]);
    expect(toModelValue(template)).toMatchObject({
      document: { Effect: "Allow", Action: new Unknown("not known") },
    });
  });

  it("are pieces of text when the text is no JSON", () => {
    const template = concatenate([text("{{ "), arn, text(" }}")]);
    expect(toModelValue(template)).toEqual(new UnknownText("known after apply", [ARN], ["{{ ", ARN, " }}"]));
  });

  it("do not become other numbers", () => {
    expect(toModelValue(number(HclNumber.parse("9007199254740993")!))).toEqual(
      new Unknown("the number 9007199254740993 has more digits than can be compared"),
    );
    expect(toModelValue(number(HclNumber.parse("0.1")!))).toBe(0.1);
  });

  it("are hidden when they are sensitive or ephemeral", () => {
    expect(toModelValue(withMarks(text("a"), { sensitive: true }))).toEqual(new Sensitive("a"));
    expect(toModelValue(withMarks(text("a"), { ephemeral: true }))).toEqual(new Sensitive("a"));
    expect(toModelValue(set(STRING, [withMarks(text("a"), { sensitive: true })]))).toEqual(
      new Sensitive(["a"]),
    );
  });

  it("take every key for a key", () => {
    const value = toModelValue(object([["__proto__", text("a")]]));
    expect(Object.entries(value as object)).toEqual([["__proto__", "a"]]);
  });
});
