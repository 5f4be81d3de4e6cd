import { describe, expect, it } from "vitest";
import { awsccLens, awsccTypes } from "../../../src/sources/terraform/awscc-lens.ts";

describe("awsccLens", () => {
  it.each(awsccTypes())("%s has a lens", (type) => {
    expect(Object.keys(awsccLens(type)?.properties ?? {})).not.toEqual([]);
  });

  it("leaves a map with keys of the user unmapped, so that it is unknown and never absent", () => {
    expect(awsccLens("awscc_omics_workflow")?.properties).not.toHaveProperty("ParameterTemplate");
  });
});
