import { describe, expect, it } from "vitest";
import { imagePin } from "../../../src/facts/machine-learning/image-pin.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { Unknown, UnknownText } from "../../../src/model/value.ts";
import type { Value } from "../../../src/model/value.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";

const DIGEST = "sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef";
const MADE = new Unknown("known after apply");
const CONTEXT = { graph: new ResourceGraph([]), settings: DEFAULT_SETTINGS };

function pinBehind(...rest: readonly Value[]): Value {
  return imagePin(new UnknownText("known after apply", [], [MADE, ...rest]), CONTEXT);
}

describe("the pin of an image in a registry that is made with it", () => {
  it("is its digest, whatever stands before", () => {
    expect(pinBehind(`/prs@${DIGEST}`)).toBe("digest");
  });

  it.each([
    ["a tag", ["/prs:3.2.1"]],
    ["a digest that is too short", ["/prs@sha256:5f70"]],
    ["a digest of which a part is missing", ["/prs@sha256:", MADE]],
    ["a digest as a tag", [`/prs:${DIGEST}`]],
  ])("is not known with %s", (_, rest) => {
    expect(pinBehind(...rest)).toBeInstanceOf(Unknown);
  });
});
