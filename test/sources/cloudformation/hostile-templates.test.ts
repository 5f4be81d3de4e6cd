import { describe, expect, it } from "vitest";
import { SourceError } from "../../../src/model/errors.ts";
import type { LoadedInput } from "../../../src/sources/source.ts";
import { loadTemplate, resourceOf, show } from "./load-template.ts";

function nested(depth: number): string {
  return `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
}

function reasonsOf({ gaps }: LoadedInput): string {
  return gaps.map(({ reason }) => reason).join("; ");
}

const BOMB = `x0: &x0 [a, a, a, a, a, a, a, a, a, a]
${Array.from({ length: 9 }, (_, level) => `x${String(level + 1)}: &x${String(level + 1)} [${Array.from({ length: 10 }, () => `*x${String(level)}`).join(", ")}]`).join("\n")}
Resources:
  P: { Type: Custom::P, Properties: { V: *x9 } }
`;

/** Four loops in one another, each over sixty texts. */
function loops(level = 0): Readonly<Record<string, unknown>> {
  if (level === 4) return { "B${I0}${I1}${I2}${I3}": { Type: "AWS::S3::Bucket" } };
  const texts = Array.from({ length: 60 }, (_, index) => `i${String(index)}`);
  return { [`Fn::ForEach::L${String(level)}`]: [`I${String(level)}`, texts, loops(level + 1)] };
}

describe("templates that are made to break something are bounded, and told", () => {
  it("aliases of aliases", async () => {
    expect(reasonsOf(await loadTemplate(BOMB))).toContain("not evaluated to the end");
  });

  it("an alias inside of what it names", async () => {
    expect(
      reasonsOf(await loadTemplate("Resources: &r\n  P: { Type: Custom::P, Properties: { V: *r } }\n")),
    ).toContain("stands inside of what it names");
  });

  it("a Sub that refers to itself", async () => {
    const loaded = await loadTemplate(
      'Resources:\n  B: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub "${B}-x" } }\n',
    );
    expect(show(resourceOf(loaded, "B").properties["BucketName"])).toHaveProperty("$unknown");
  });

  it("two names that refer to each other", async () => {
    const loaded = await loadTemplate(
      'Resources:\n  A: { Type: AWS::S3::Bucket, Properties: { BucketName: !Ref B } }\n  B: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub "${A}" } }\n',
    );
    expect(show(resourceOf(loaded, "A").properties["BucketName"])).toHaveProperty("$reference");
  });

  it.each([
    ["YAML", (text: string) => `Resources:\n  P: { Type: Custom::P, Properties: { V: ${text} } }\n`],
    ["JSON", (text: string) => `{"Resources": {"P": {"Type": "Custom::P", "Properties": {"V": ${text}}}}}`],
  ])("ten thousand levels of %s", async (_, around) => {
    const [problem] = await loadTemplate(around(nested(10_000))).then(
      () => [],
      (error: unknown) => (error instanceof SourceError ? error.problems : []),
    );
    expect(problem?.message).toContain("levels deep, which genoscan does not read");
  });

  it("a line of five megabytes", async () => {
    const loaded = await loadTemplate(
      `Resources:\n  P: { Type: Custom::P, Properties: { V: !Sub "${"x${P}".repeat(1_000_000)}" } }\n`,
    );
    expect(resourceOf(loaded, "P").properties).toHaveProperty("V");
  });

  it("a text that is joined from itself again and again", async () => {
    const mapped = "y".repeat(100_000);
    const items = Array.from({ length: 1_000 }, () => "!FindInMap [M, a, b]").join(", ");
    const loaded = await loadTemplate(
      `Mappings: { M: { a: { b: ${mapped} } } }\nResources:\n  P: { Type: Custom::P, Properties: { V: !Join ["", [${items}]] } }\n`,
    );
    expect(show(resourceOf(loaded, "P").properties["V"])).toEqual({
      $unknown: "the text is longer than genoscan evaluates",
    });
  });

  it("loops in loops that write millions of resources", async () => {
    expect(
      reasonsOf(
        await loadTemplate(JSON.stringify({ Transform: "AWS::LanguageExtensions", Resources: loops() })),
      ),
    ).toContain("Fn::ForEach");
  }, 60_000);

  it("a hundred thousand resources are read", async () => {
    const resources = Array.from(
      { length: 100_000 },
      (_, index) => `"B${String(index)}":{"Type":"AWS::S3::Bucket"}`,
    );
    const loaded = await loadTemplate(`{"Resources":{${resources.join(",")}}}`);
    expect(loaded.resources).toHaveLength(100_001);
    expect(loaded.gaps).toEqual([]);
  }, 60_000);
});
