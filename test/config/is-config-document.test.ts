import fc from "fast-check";
import { describe, expect, it } from "vitest";
import schema from "../../schemas/config.schema.json" with { type: "json" };
import { isConfigDocument } from "../../src/config/is-config-document.generated.js";
import { compileSchema } from "../../src/documents/compile-schema.ts";

/** Something of everything that genoscan.yaml can say. */
const WHOLE = {
  clinics: { north: "111111111111" },
  account: "11111111-2222-3333-4444-555555555555",
  trustedAccounts: ["999999999999"],
  organizations: ["o-exampleorgid"],
  customerManagedKeys: ["arn:aws:kms:*:111111111111:key/*"],
  roles: { report: { types: ["AWS::S3::Bucket"], words: ["report"], tags: ["a=b"], byDefault: false } },
  dataClasses: { genome: { tags: ["data=genome"], phi: true } },
  scope: { include: ["aws_*"], exclude: ["aws_sqs_queue"] },
  complete: ["AWS::CloudTrail::Trail"],
  params: { retentionYears: 7 },
  frameworks: ["hipaa", "genomics"],
  severity: "low",
  "fail-on": "none",
  strict: true,
  rules: ["rules"],
  waivers: [{ rule: "r", address: "*", reason: "r", owner: "o", expires: "2028-02-29", ticket: "T-1" }],
  maxWaiverDays: 90,
  attestations: [
    { control: "c", owner: "o", date: "2026-01-15", statement: "s", link: "https://example.org" },
  ],
  alternatives: [{ control: "c", owner: "o", date: "2026-01-15", reason: "r", document: "d" }],
  baseline: "known.json",
  evidence: true,
  reports: [{ format: "json", file: "result.json" }],
};

/** Every place of a value, as the keys that lead to it. */
function placesIn(value: unknown, above: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [above];
  return [above, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...above, key]))];
}

/** The value with something else at the place, which may be a new one below it; nothing there for `undefined`. */
function replaced(value: unknown, [key, ...below]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (typeof value !== "object" || value === null) return { [key]: by };
  const held: unknown = Object.hasOwn(value, key) ? value[key as keyof typeof value] : undefined;
  const part = replaced(held, below, by);
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return part === undefined ? [] : [...items.filter((_, index) => String(index) !== key), part];
  }
  const rest = Object.entries(value).filter(([name]) => name !== key);
  return Object.fromEntries(part === undefined ? rest : [...rest, [key, part]]);
}

const OTHERS = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    true,
    "",
    "x",
    "2027-02-29",
    "111111111111",
    "hipaa",
    0,
    91,
    4000,
    [],
    {},
    ["x", "x"],
  ),
  fc.jsonValue(),
);

describe("the check of genoscan.yaml that the build makes", () => {
  const check = (document: unknown) => compileSchema(schema).check(document);

  it("takes what the schema admits", () => {
    expect(check(WHOLE)).toEqual([]);
    expect(isConfigDocument(WHOLE)).toBe(true);
  });

  it("agrees with ajv on whatever stands in the place of a part of it", () => {
    const places = fc.constantFrom(...placesIn(WHOLE));
    const below = fc.oneof(fc.constant([]), fc.constantFrom(["new"], ["0"], ["toString"]));
    fc.assert(
      fc.property(places, below, OTHERS, (place, more, other) => {
        const document = replaced(WHOLE, [...place, ...more], other);
        expect(isConfigDocument(document)).toBe(check(document).length === 0);
      }),
      { numRuns: 3000 },
    );
  });
});
