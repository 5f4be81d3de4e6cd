import { describe, expect, it } from "vitest";
import { run } from "../../cli/run.ts";
import { REPORTERS } from "../../../src/reporters/index.ts";
import { Sensitive } from "../../../src/model/value.ts";
import { FORMS, loadStateFixture, loadStateText } from "../load-state.ts";

/** Every secret of the scenario holds this word. */
const CANARY = "canary";

describe.each(FORMS)("secrets of a real state: %s", (form) => {
  const path = `fixtures/terraform-state/sensitive-values/${form}`;

  it.each(Object.keys(REPORTERS))("no report shows one: %s", async (format) => {
    const { stdout, stderr } = await run([path, "-f", format]);
    expect(stdout.length).toBeGreaterThan(100);
    expect(stdout + stderr).not.toContain(CANARY);
  });

  it.each(["text", "json"])("the resources as the rules see them show none: %s", async (format) => {
    const { stdout, stderr } = await run(["inspect", path, "-f", format]);
    expect(stdout).toContain("(sensitive)");
    expect(stdout + stderr).not.toContain(CANARY);
  });

  it("they are there, to be judged", async () => {
    const { resources } = await loadStateFixture("sensitive-values", form);
    const key = resources.find(({ type }) => type === "AWS::KMS::Key");
    expect(key?.properties["EnableKeyRotation"]).toEqual(new Sensitive(false));
  });
});

describe("what a raw state does not mark", () => {
  const stateOf = (type: string, attributes: object, sensitive: unknown): string =>
    JSON.stringify({
      version: 4,
      lineage: "x",
      resources: [
        { mode: "managed", type, name: "a", instances: [{ attributes, sensitive_attributes: sensitive }] },
      ],
    });

  it.each<[string, string, object, unknown]>([
    ["what the schema of the type marks", "aws_db_instance", { password: "open sesame" }, []],
    ["a part of a block", "aws_codebuild_webhook", { secret: "open sesame" }, []],
    ["everything of a type without a known schema", "vault_token", { accessor: "open sesame" }, []],
    ["everything, when the marks are not of the known form", "aws_sqs_queue", { name: "open sesame" }, "all"],
    [
      "the whole, when a step is not of a known kind",
      "aws_sqs_queue",
      { tags: { a: "open sesame" } },
      [
        [
          { type: "get_attr", value: "tags" },
          { type: "slice", value: 1 },
        ],
      ],
    ],
  ])("%s is sensitive", async (_, type, attributes, sensitive) => {
    const { resources } = await loadStateText(stateOf(type, attributes, sensitive));
    expect(JSON.stringify(resources.map((resource) => shown(resource.properties)))).not.toContain(
      "open sesame",
    );
    expect(resources.some(({ name, identifiers }) => [name, ...identifiers].includes("open sesame"))).toBe(
      false,
    );
  });

  it("a text that is marked in one place is sensitive in every place", async () => {
    const attributes = { name: "queue", tags: { a: "open sesame" }, policy: "say open sesame twice" };
    const sensitive = [
      [
        { type: "get_attr", value: "tags" },
        { type: "index", value: { value: "a", type: "string" } },
      ],
    ];
    const { resources } = await loadStateText(stateOf("aws_sqs_queue", attributes, sensitive));
    expect(JSON.stringify(resources.map((resource) => shown(resource.properties)))).not.toContain(
      "open sesame",
    );
  });
});

function shown(value: unknown): unknown {
  if (value instanceof Sensitive) return "(sensitive)";
  if (Array.isArray(value)) return value.map(shown);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shown(part)]));
}
