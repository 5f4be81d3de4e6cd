import { describe, expect, it } from "vitest";
import { schemaSecrets } from "../../../src/sources/terraform/schema-secrets.ts";
import { writtenLenses } from "../../../src/sources/terraform/lens-index.ts";

describe("what the schema of a type marks as sensitive", () => {
  it.each([
    ["an attribute", "aws_db_instance", { password: true, password_wo: true }],
    ["nothing", "aws_s3_bucket_versioning", {}],
    ["a type that is not known", "vault_token", undefined],
    ["a type by the name of what every object has", "constructor", undefined],
  ])("%s", (_, type, tree) => {
    expect(schemaSecrets(type)).toEqual(tree);
  });

  it.each(
    writtenLenses()
      .map(({ type }) => type)
      .filter((type) => type.startsWith("aws_")),
  )("%s has a lens, so its schema is known", (type) => {
    expect(schemaSecrets(type)).toBeDefined();
  });
});
