import { describe, expect, it } from "vitest";
import { Unknown } from "../../../src/model/value.ts";
import type { Value, ValueMap } from "../../../src/model/value.ts";
import { namesReadBy } from "../../../src/sources/terraform/attribute-names.ts";
import { awsccLens, awsccTypes } from "../../../src/sources/terraform/awscc-lens.ts";
import { buildResources } from "../../../src/sources/terraform/build-resources.ts";
import { writtenLenses } from "../../../src/sources/terraform/lens-index.ts";
import type { Lens } from "../../../src/sources/terraform/lens.ts";

/** The attributes that are asked for while a resource is built of which each attribute has the value. */
function askedFor({ type }: Lens, value: Value | undefined): readonly string[] {
  const asked = new Set<string>();
  const attributes = new Proxy<ValueMap>(
    {},
    {
      get(_, name) {
        asked.add(String(name));
        return value;
      },
      getOwnPropertyDescriptor(_, name) {
        asked.add(String(name));
        return value === undefined ? undefined : { value, configurable: true, enumerable: true };
      },
    },
  );
  const parent = { id: "parent", address: "parent", type: "aws_s3_bucket", attributes: { bucket: "x" } };
  buildResources([{ id: "own", address: "own", type, attributes }, parent]);
  return [...asked];
}

const LENSES = [...writtenLenses(), ...awsccTypes().map((type) => awsccLens(type) as Lens)];

describe("the attributes that a source makes for a lens", () => {
  it.each([
    ["not there", undefined],
    ["not known", new Unknown("after apply")],
    ["a text", "text"],
    ["a list", [true]],
  ] as const)("are all that it asks for when each is %s", (_, value) => {
    const unread = LENSES.flatMap((lens) => {
      const read = namesReadBy(lens).all;
      return askedFor(lens, value)
        .filter((name) => !read.includes(name))
        .map((name) => `${lens.type}.${name}`);
    });
    expect(unread).toEqual([]);
  });

  it("are those of the first step of a path, of its names, and of what it folds by", () => {
    const names = namesReadBy({
      type: "aws_x",
      canonical: "AWS::X::Y",
      properties: {
        A: "a.b",
        B: { object: { C: { first: ["c", { attribute: "d_wo" }] } }, ifTrue: "e" },
        D: { constant: true, when: "f" },
      },
      identifiers: ["g"],
      name: ["h", "i.j"],
      fold: { into: ["aws_z"], by: "k" },
    });
    expect([...names.all].sort()).toEqual(["a", "c", "d_wo", "e", "f", "g", "h", "i", "k", "tags"]);
    expect(names.writeOnly).toEqual(["d_wo"]);
  });
});
