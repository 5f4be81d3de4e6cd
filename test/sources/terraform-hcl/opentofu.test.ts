import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadInput } from "../load-input.ts";

function bucket(name: string, bucketName: string): string {
  return `resource "aws_s3_bucket" "${name}" {\n  bucket = "${bucketName}"\n}\n`;
}

describe("a folder with files of OpenTofu", () => {
  const folder = mkdtempSync(join(tmpdir(), "genoscan-opentofu-"));
  writeFileSync(join(folder, "main.tf"), bucket("both", "terraform") + bucket("dropped", "dropped"));
  writeFileSync(join(folder, "main.tofu"), bucket("both", "opentofu"));
  writeFileSync(join(folder, "other.tf"), bucket("other", "other"));
  writeFileSync(
    join(folder, "more.tf.json"),
    '{"resource":{"aws_s3_bucket":{"json":{"bucket":"terraform"}}}}',
  );
  writeFileSync(
    join(folder, "more.tofu.json"),
    '{"resource":{"aws_s3_bucket":{"json":{"bucket":"opentofu"}}}}',
  );
  writeFileSync(join(folder, "main.tofutest.hcl"), 'run "none" {}\n');

  it("is read as OpenTofu reads it", async () => {
    const { resources } = await loadInput(folder);
    const names = resources.filter(({ type }) => type === "AWS::S3::Bucket").map(({ name }) => name);
    expect(names.filter((name) => name === "opentofu")).toHaveLength(2);
    expect(new Set(names)).toEqual(new Set(["opentofu", "other"]));
  });

  it("tells of each file of Terraform that this leaves out", async () => {
    const { diagnostics } = await loadInput(folder);
    const told = diagnostics.filter(({ code }) => code === "terraform-file-replaced");
    expect(told.map(({ location }) => location?.file)).toEqual([
      join(folder, "main.tf"),
      join(folder, "more.tf.json"),
    ]);
    expect(told[0]?.message).toContain("OpenTofu reads");
  });
});
