import { describe, expect, it } from "vitest";
import { ResourceGraph } from "../../src/model/resource-graph.ts";
import type { Resource } from "../../src/model/resource.ts";

function resource(id: string, more: Partial<Resource> = {}): Resource {
  return {
    id,
    address: id,
    type: "AWS::S3::Bucket",
    declared: "here",
    identifiers: [],
    properties: {},
    ...more,
  };
}

const BUCKET = resource("bucket", { absorbed: ["versioning"] });
const KEY = resource("key", { type: "AWS::KMS::Key" });

describe("the graph of resources", () => {
  const graph = new ResourceGraph([BUCKET, KEY]);

  it("has a resource by its id and by those that it absorbed", () => {
    expect(graph.get("bucket")).toBe(BUCKET);
    expect(graph.get("versioning")).toBe(BUCKET);
    expect(graph.get("other")).toBeUndefined();
  });

  it("does not hold two resources of one id", () => {
    expect(() => new ResourceGraph([KEY, BUCKET, KEY])).toThrow("two resources have the id key");
  });
});

describe("a graph that has its resources from another one", () => {
  const before = new ResourceGraph([BUCKET, KEY]);
  const changed = { ...BUCKET, properties: { BucketName: "reports" } };
  const more = resource("more", { absorbed: ["part"] });
  const after = new ResourceGraph([changed, KEY, more], "all", before);

  it("has them as they are now, and those that came to them", () => {
    expect(after.get("bucket")).toBe(changed);
    expect(after.get("versioning")).toBe(changed);
    expect(after.get("part")).toBe(more);
    expect(after.ofType("AWS::S3::Bucket")).toEqual([changed, more]);
  });

  it("leaves the other one as it was", () => {
    expect(before.get("bucket")).toBe(BUCKET);
    expect(before.get("more")).toBeUndefined();
  });

  it("can be where another one has its resources from", () => {
    const last = resource("last");
    const third = new ResourceGraph([changed, KEY, more, last], "all", after);
    expect(["bucket", "key", "more", "part", "last"].map((id) => third.get(id)?.id)).toEqual([
      "bucket",
      "key",
      "more",
      "more",
      "last",
    ]);
  });

  it("does not hold two resources of one id, and no others than the other one has", () => {
    expect(() => new ResourceGraph([BUCKET, KEY, resource("key")], "all", before)).toThrow("the id key");
    expect(() => new ResourceGraph([KEY, BUCKET], "all", before)).toThrow("other resources");
  });
});
