import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../cli/run.ts";

const SECRET = "correct-horse-battery";
const PACKED = Buffer.from(SECRET).toString("base64");

const OBJECTS = [
  `apiVersion: v1
kind: Secret
metadata:
  name: database
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: '{"stringData":{"password":"${SECRET}"}}'
stringData:
  password: ${SECRET}
  address: "${SECRET}-\${ENVIRONMENT}"
data: { packed: ${PACKED} }`,
  `apiVersion: v1
kind: Pod
metadata: { name: server }
spec:
  containers:
    - name: a
      image: a
      env:
        - { name: DB_PASSWORD, value: ${SECRET} }
        - { name: DB_URL, value: "postgres://user:${SECRET}@db/\${NAME}" }
      args: ["--url=postgres://user:${SECRET}@db"]`,
].join("\n---\n");

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "genoscan-secrets-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(text: string): string {
  const path = join(folder, "manifest.yaml");
  writeFileSync(path, text);
  return path;
}

describe("the values of secrets", () => {
  it.each(["text", "json", "sarif", "junit", "markdown", "html", "csv", "oscal"])(
    "are in no report as %s",
    async (format) => {
      const { code, stdout, stderr } = await run([write(OBJECTS), "-f", format]);
      expect(code).toBe(1);
      expect(stdout + stderr).not.toContain(SECRET);
      expect(stdout + stderr).not.toContain(PACKED);
    },
  );

  it.each(["text", "json"])("are not in what inspect prints as %s", async (format) => {
    const { stdout, stderr } = await run(["inspect", write(OBJECTS), "-f", format]);
    expect(stdout).toContain("database");
    expect(stdout + stderr).not.toContain(SECRET);
    expect(stdout + stderr).not.toContain(PACKED);
  });

  it.each([
    ["an alias without an anchor", `password: *${SECRET}`],
    ["a tag", `password: !${SECRET} x`],
    ["a quote that is not closed", `password: "${SECRET}`],
    ["an escape", `password: "\\${SECRET}"`],
    ["a block scalar with more behind its mark", `password: |${SECRET}`],
    ["a reserved character", `password: @${SECRET}`],
    ["a bracket", `password: [${SECRET}`],
    ["a line without a colon", `password:\n  a: b\n  ${SECRET}`],
    ["a key that stands twice", `password: ${SECRET}\n  password: ${SECRET}2`],
    ["too many levels", `password: ${"[".repeat(300)}${SECRET}`],
  ])("are not told where the manifest is wrong: %s", async (_, wrong) => {
    const text = `apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData:\n  ${wrong}\n`;
    const { stdout, stderr } = await run([write(text), "-f", "json"]);
    expect(stdout + stderr).not.toContain(SECRET);
  });

  it("are not told where JSON is wrong", async () => {
    const text = `{"apiVersion": "v1", "kind": "Secret", "stringData": {"password": ${SECRET}}}`;
    const { code, stdout, stderr } = await run([write(text), "-f", "json"]);
    expect(code).toBe(3);
    expect(stdout + stderr).not.toContain(SECRET);
  });
});
