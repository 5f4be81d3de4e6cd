import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const ROOT = mkdtempSync(join(tmpdir(), "genoscan-hostile-"));
afterAll(() => rmSync(ROOT, { recursive: true, force: true }));

/** What nobody but the owner of the machine may read. */
const SECRET = "outside-of-the-scan-root";
writeFileSync(join(ROOT, "secret.txt"), SECRET);

function inspect(name: string, files: Readonly<Record<string, string>>) {
  const folder = join(ROOT, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return run(folder);
}

function run(folder: string) {
  const result = spawnSync(process.execPath, ["dist/cli.js", "inspect", folder, "-f", "json"], {
    encoding: "utf8",
    timeout: 20_000,
    maxBuffer: 2 ** 28,
  });
  return { ...result, printed: `${result.stdout}${result.stderr}` };
}

const bucket = (name: string): string => `resource "aws_s3_bucket" "b" {\n  bucket = ${name}\n}\n`;

describe("a hostile folder is bounded, and reads nothing outside", () => {
  it.each([
    ["file() of a path above", { "main.tf": bucket('file("../secret.txt")') }],
    ["file() of an absolute path", { "main.tf": bucket(`file("${join(ROOT, "secret.txt")}")`) }],
    ["templatefile() of a path above", { "main.tf": bucket('templatefile("../secret.txt", {})') }],
    ["a module above", { "main.tf": 'module "m" {\n  source = "../../.."\n}\n' }],
    ["a module that calls itself", { "main.tf": 'module "m" {\n  source = "./."\n}\n' }],
    [
      "a for_each over ten million",
      {
        "main.tf":
          'resource "aws_s3_bucket" "b" {\n  for_each = toset([for i in range(10000000) : tostring(i)])\n}\n',
      },
    ],
    ["a count of a billion", { "main.tf": 'resource "aws_s3_bucket" "b" {\n  count = 1000000000\n}\n' }],
    ["5,000 parentheses", { "main.tf": bucket(`${"(".repeat(5000)}"x"${")".repeat(5000)}`) }],
    ["a pattern that backtracks", { "main.tf": bucket(`regex("^(a+)+$", "${"a".repeat(40)}!")`) }],
    ["locals in a circle", { "main.tf": `locals {\n  a = local.b\n  b = local.a\n}\n${bucket("local.a")}` }],
  ])("%s", (name, files) => {
    const { status, signal, printed } = inspect(name.replaceAll(/\W+/g, "-"), files);
    expect(signal).toBeNull();
    expect([0, 3]).toContain(status);
    expect(printed).not.toContain(SECRET);
    expect(printed).not.toMatch(/\n {4}at /);
  });

  it("a link out of the folder", () => {
    const folder = join(ROOT, "linked");
    mkdirSync(folder);
    symlinkSync(join(ROOT, "secret.txt"), join(folder, "inner.txt"));
    writeFileSync(join(folder, "main.tf"), bucket('file("inner.txt")'));
    const { status, printed } = run(folder);
    expect([0, 3]).toContain(status);
    expect(printed).not.toContain(SECRET);
  });

  it("one broken file does not hide the others, and the scan is incomplete", () => {
    const { status, printed } = inspect("broken", {
      "main.tf": bucket('"kept"'),
      "broken.tf": 'resource "a" {',
    });
    expect(status).toBe(3);
    expect(printed).toContain("kept");
    expect(printed).toContain("broken.tf");
  });
});
