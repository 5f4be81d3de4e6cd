import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openFolder } from "./open-folder.ts";

const folder = mkdtempSync(join(tmpdir(), "genoscan-uncertain-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MISTAKE = "{}.missing";

describe("a mistake in a block of which nobody knows whether there is one", () => {
  it.each([
    ["is none while it may not be there", "length(terraform_data.a.id) > 3 ? 1 : 0", 0],
    ["is one when it is there", "1", 1],
  ])("%s", (_, count, problems) => {
    const text = `
      resource "terraform_data" "a" {}
      resource "terraform_data" "b" {
        count = ${count}
        input = ${MISTAKE}
      }
    `;
    writeFileSync(join(folder, "main.tf"), text);
    const configuration = openFolder(folder);
    for (const instance of configuration.resources) instance.attributes();
    expect(configuration.problems).toHaveLength(problems);
  });
});
