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
writeFileSync(join(ROOT, "leak.tf"), `locals {\n  leak = "${SECRET}"\n}\n`);
mkdirSync(join(ROOT, "module"));
writeFileSync(join(ROOT, "module/main.tf"), `output "x" {\n  value = "${SECRET}"\n}\n`);

const CLEAN = 0;
const INCOMPLETE = 3;
/** A scan that hangs ends here; on a loaded machine everything takes long. */
const TIMEOUT = 240_000;

type Files = Readonly<Record<string, string | Uint8Array>>;

function make(name: string, files: Files): string {
  const folder = join(ROOT, name.replaceAll(/\W+/g, "-"));
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function run(folder: string) {
  const cli = join(process.cwd(), "dist/cli.js");
  const result = spawnSync(process.execPath, [cli, "inspect", ".", "-f", "json"], {
    cwd: folder,
    encoding: "utf8",
    timeout: TIMEOUT,
    maxBuffer: 2 ** 30,
  });
  const printed = `${result.stdout}${result.stderr}`;
  expect(result.signal).toBeNull();
  expect(printed).not.toContain(SECRET);
  expect(printed).not.toMatch(/\n {4}at /);
  return { status: result.status, printed, told: result.stderr };
}

const bucket = (name: string): string => `resource "aws_s3_bucket" "b" {\n  bucket = ${name}\n}\n`;
const KEPT = bucket('"kept"');
/** Locals each of which is made of the one before. */
const growing = (first: string, next: (before: string) => string): string => {
  const names = Array.from({ length: 40 }, (_, index) => index + 1);
  const lines = names.map((index) => `  a${String(index)} = ${next(`local.a${String(index - 1)}`)}\n`);
  return `locals {\n  a0 = ${first}\n${lines.join("")}}\n`;
};
const MODULES_JSON =
  '{"Modules": [{"Key": "m", "Source": "registry.terraform.io/x/y/z", "Dir": "../module"}]}';
const CALL = 'module "m" {\n  source = "x/y/z"\n}\n';
const deep = (open: string, close: string): string => bucket(`${open.repeat(5000)}1${close.repeat(5000)}`);

describe("a hostile folder is bounded, and reads nothing outside", () => {
  it.each<[string, Files, RegExp]>([
    ["file() of a path above", { "main.tf": bucket('file("../secret.txt")') }, /outside of the folder/],
    [
      "file() of an absolute path",
      { "main.tf": bucket(`file("${join(ROOT, "secret.txt")}")`) },
      /outside of/,
    ],
    ["file() of the machine's", { "main.tf": bucket('file("/etc/passwd")') }, /passwd is outside of/],
    [
      "templatefile() of a path above",
      { "main.tf": bucket('templatefile("../secret.txt", {})') },
      /outside of/,
    ],
    [
      "a template that reads a path above",
      { "main.tf": bucket('templatefile("t.tftpl", {})'), "t.tftpl": '${file("../secret.txt")}' },
      /outside of/,
    ],
    ["fileset() above", { "main.tf": bucket('join("", fileset("..", "*"))') }, /outside of/],
    ["a module above", { "main.tf": 'module "m" {\n  source = "../../.."\n}\n' }, /leads out of the folder/],
    [
      "an installed module above",
      { "main.tf": CALL, ".terraform/modules/modules.json": MODULES_JSON },
      /leads out of the folder/,
    ],
    ["a module that calls itself", { "main.tf": 'module "m" {\n  source = "./."\n}\n' }, /calls itself/],
    [
      "modules that call each other",
      {
        "main.tf": 'module "m" {\n  source = "./a"\n}\n',
        "a/main.tf": 'module "m" {\n  source = "../b"\n}\n',
        "b/main.tf": 'module "m" {\n  source = "../a"\n}\n',
      },
      /calls itself/,
    ],
    [
      "a thousand modules of a thousand modules of a thousand resources",
      {
        "main.tf": 'module "m" {\n  source = "./a"\n  count  = 1000\n}\n',
        "a/main.tf": 'module "m" {\n  source = "../b"\n  count  = 1000\n}\n',
        "b/main.tf": 'resource "terraform_data" "b" {\n  count = 1000\n}\n',
      },
      /the others are left out/,
    ],
    [
      "a count of a billion",
      { "main.tf": 'resource "aws_s3_bucket" "b" {\n  count = 1000000000\n}\n' },
      /more than/,
    ],
    [
      "loops in loops in loops",
      {
        "main.tf": `locals {\n  r = range(1000)\n}\n${bucket("[for a in local.r : [for b in local.r : [for c in local.r : 1]]]")}`,
      },
      /more than \d+ evaluations/,
    ],
    ["5,000 parentheses", { "main.tf": deep("(", ")") }, /nested more than/],
    ["5,000 brackets", { "main.tf": deep("[", "]") }, /nested more than/],
    ["5,000 calls", { "main.tf": deep("f(", ")") }, /nested more than/],
    ["5,000 negations", { "main.tf": deep("!", "") }, /nested more than/],
    ["5,000 conditions", { "main.tf": deep("true ? ", " : 2") }, /nested more than/],
    [
      "5,000 templates",
      { "main.tf": bucket(`${'"${'.repeat(5000)}1${'}"'.repeat(5000)}`) },
      /nested more than/,
    ],
    ["5,000 directives", { "main.tf": bucket(`"${"%{if true}".repeat(5000)}x"`) }, /nested more than/],
    ["5,000 blocks", { "main.tf": `${"a {\n".repeat(5000)}${"}\n".repeat(5000)}` }, /nested more than/],
    [
      "5,000 heredocs",
      { "main.tf": bucket(Array.from({ length: 5000 }, (_, index) => `<<E${String(index)}\n\${`).join("")) },
      /nested more than/,
    ],
    [
      "a type of 5,000 lists",
      { "main.tf": `variable "a" {\n  type = ${"list(".repeat(5000)}string${")".repeat(5000)}\n}\n` },
      /nested more than/,
    ],
    [
      "25 MB in one file",
      { "main.tf": KEPT, "large.tf": "# x\n".repeat(6_500_000) },
      /large\.tf: it has more than/,
    ],
    [
      "25 MB of values",
      { "main.tf": KEPT, "terraform.tfvars": `x = "${"y".repeat(25_000_000)}"\n` },
      /terraform\.tfvars: it has more than/,
    ],
    [
      "bytes that are no text",
      { "main.tf": KEPT, "b.tf": Uint8Array.of(0x61, 0x3d, 0x22, 0xff, 0xfa, 0x22) },
      /b\.tf: .*UTF-8/,
    ],
    ["zero bytes", { "main.tf": KEPT, "b.tf": "locals {\n  a = 1\u0000\n}\n" }, /not read: b\.tf/],
    ["one broken file", { "main.tf": KEPT, "b.tf": 'resource "a" {' }, /not read: b\.tf/],
  ])(
    "%s: told, and the scan is incomplete",
    (name, files, sentence) => {
      const { status, told, printed } = run(make(name, files));
      expect(told).toMatch(sentence);
      expect(status).toBe(INCOMPLETE);
      // what stands in the other files is read all the same
      expect(printed.includes("kept")).toBe(files["main.tf"] === KEPT);
    },
    TIMEOUT,
  );

  it.each<[string, Files]>([
    [
      "a for_each over ten million",
      {
        "main.tf":
          'resource "aws_s3_bucket" "b" {\n  for_each = toset([for i in range(10000000) : "${i}"])\n}\n',
      },
    ],
    [
      "a product of a billion",
      {
        "main.tf": `locals {\n  r = range(1000)\n}\n${bucket("setproduct(local.r, local.r, local.r)[0][0]")}`,
      },
    ],
    [
      "a thousand subnets",
      { "main.tf": bucket('cidrsubnets("10.0.0.0/8", [for i in range(1000) : 16]...)[999]') },
    ],
    [
      "text that doubles by format",
      { "main.tf": growing('"0123456789"', (a) => `format("%s%s", ${a}, ${a})`) + bucket("local.a40") },
    ],
    [
      "text that doubles by join",
      { "main.tf": growing('"0123456789"', (a) => `join("-", [${a}, ${a}])`) + bucket("local.a40") },
    ],
    [
      "text that doubles by templates",
      { "main.tf": growing('"0123456789"', (a) => `"\${${a}}\${${a}}"`) + bucket("local.a40") },
    ],
    [
      "text that squares by replace",
      { "main.tf": growing('"aa"', (a) => `replace(${a}, "a", ${a})`) + bucket("local.a40") },
    ],
    [
      "lists that double",
      { "main.tf": growing('["x", "y"]', (a) => `concat(${a}, ${a})`) + bucket("local.a40[0]") },
    ],
    [
      "objects that double",
      { "main.tf": growing("{}", (a) => `{ l = ${a}, r = ${a} }`) + bucket("jsonencode(local.a40)") },
    ],
    ["a width of a billion", { "main.tf": bucket('format("%999999999d", 1)') }],
    ["powers of a million digits", { "main.tf": bucket('"${pow(10, 1000000)}${1e999999999}"') }],
    ["a pattern that backtracks", { "main.tf": bucket(`regex("^(a+)+$", "${"a".repeat(40)}!")`) }],
    [
      "JSON of 100,000 lists",
      { "main.tf": bucket(`jsondecode("${"[".repeat(100_000)}${"]".repeat(100_000)}")`) },
    ],
    [
      "YAML that laughs a billion times",
      {
        "main.tf": bucket(
          `yamldecode("a: &a [x]${Array.from({ length: 12 }, (_, index) => {
            const [own, before] = [String.fromCharCode(98 + index), String.fromCharCode(97 + index)];
            return `\\n${own}: &${own} [${Array.from({ length: 9 }, () => `*${before}`).join(",")}]`;
          }).join("")}")`,
        ),
      },
    ],
    ["a name of 100,000 steps", { "main.tf": bucket(`local${".b".repeat(100_000)}`) }],
    ["a number that no double holds", { "main.tf": bucket("[1e4000, pow(10, 400), -1e309]") }],
    [
      "policies that merge policies that merge policies",
      {
        "main.tf": Array.from({ length: 40 }, (_, index) => {
          const before = `data.aws_iam_policy_document.d${String(index)}.json`;
          return `data "aws_iam_policy_document" "d${String(index + 1)}" {\n  source_policy_documents = [${before}, ${before}]\n}\n`;
        }).join(
          'data "aws_iam_policy_document" "d0" {\n  statement {\n    actions   = ["*"]\n    resources = ["*"]\n  }\n}\n',
        ),
        "policy.tf": 'resource "aws_iam_policy" "p" {\n  policy = data.aws_iam_policy_document.d40.json\n}\n',
      },
    ],
    [
      "modules that need what they give",
      {
        "main.tf": `module "m" {\n  source = "./m"\n  x      = module.m.y\n}\n${bucket("module.m.y")}`,
        "m/main.tf": 'variable "x" {}\noutput "y" {\n  value = var.x\n}\n',
      },
    ],
    ["locals in a circle", { "main.tf": `locals {\n  a = local.b\n  b = local.a\n}\n${bucket("local.a")}` }],
  ])(
    "%s: unknown, for a reason",
    (name, files) => {
      const { status, printed } = run(make(name, files));
      expect([CLEAN, INCOMPLETE]).toContain(status);
      expect(printed).toMatch(/"\$unknown"|not read/);
      expect(printed.length).toBeLessThan(3_000_000);
    },
    TIMEOUT,
  );

  it.each<[string, Files]>([
    ["a byte order mark and carriage returns", { "main.tf": `\uFEFF${KEPT.replaceAll("\n", "\r\n")}` }],
    ["a folder that is named like a file", { "main.tf": KEPT, "inner.tf/text": "" }],
    [
      "names that JavaScript has",
      {
        "main.tf": `${KEPT}locals {\n  __proto__ = { constructor = 1 }\n}\nvariable "__proto__" {}\nresource "__proto__" "constructor" {}\n`,
      },
    ],
    [
      "a template of 200,000 parts",
      {
        "main.tf": `${KEPT}locals {\n  y = "a"\n  x = "${"${local.y}".repeat(200_000)}"\n}\noutput "x" {\n  value = local.x\n}\n`,
      },
    ],
    [
      "calls with 133,225 arguments",
      {
        "main.tf": `${KEPT}locals {
  r    = range(365)
  many = [for p in setproduct(local.r, local.r) : tostring(p[0])]
}
resource "terraform_data" "t" {
  input = [
    coalesce(local.many...),
    length(zipmap(local.many, local.many)),
    length(flatten([for x in local.many : [x]])),
    length(concat([for x in local.many : [x]]...)),
  ]
}
`,
      },
    ],
    [
      "200,000 arguments that no provider has",
      {
        "main.tf": `resource "aws_s3_bucket" "b" {\n  bucket = "kept"\n${Array.from({ length: 200_000 }, (_, index) => `  a${String(index)} = 1\n`).join("")}}\n`,
      },
    ],
  ])(
    "%s: read like any other",
    (name, files) => {
      const { status, printed } = run(make(name, files));
      expect(status).toBe(CLEAN);
      expect(printed).toContain("kept");
    },
    TIMEOUT,
  );

  it(
    "a hundred thousand resources",
    () => {
      const blocks = Array.from(
        { length: 100_000 },
        (_, index) => `resource "terraform_data" "b${String(index)}" {}\n`,
      );
      expect(run(make("many", { "main.tf": KEPT + blocks.join("") })).printed).toContain("kept");
    },
    TIMEOUT,
  );

  it(
    "ten thousand files: the first ones, and told",
    () => {
      const files = Array.from({ length: 10_000 }, (_, index) => [`f${String(index)}.tf`, ""] as const);
      const { status, told } = run(make("files", Object.fromEntries(files)));
      expect(status).toBe(INCOMPLETE);
      expect(told).toMatch(/more than 5000 files/);
    },
    TIMEOUT,
  );

  it.each([
    ["a file that is a link out of the folder", "leak.tf", "../leak.tf", /leak\.tf: it leads out of/],
    ["a file that is a device", "zero.tf", "/dev/zero", /zero\.tf: it leads out of/],
    ["a link to itself", "loop.tf", "loop.tf", /loop\.tf/],
    ["a module that is a link out of the folder", "m", "../module", /leads out of the folder/],
  ])(
    "%s",
    (name, link, target, sentence) => {
      const call = link === "m" ? 'module "m" {\n  source = "./m"\n}\n' : "";
      const folder = make(name, { "main.tf": KEPT + call });
      symlinkSync(target, join(folder, link));
      const { status, told, printed } = run(folder);
      expect(told).toMatch(sentence);
      expect(status).toBe(INCOMPLETE);
      expect(printed).toContain("kept");
    },
    TIMEOUT,
  );

  it(
    "a file behind a link out of the folder",
    () => {
      const folder = make("linked", { "main.tf": bucket('file("inner.txt")') });
      symlinkSync(join(ROOT, "secret.txt"), join(folder, "inner.txt"));
      expect(run(folder).status).toBe(INCOMPLETE);
    },
    TIMEOUT,
  );

  it(
    "folders that are links to each other",
    () => {
      const folder = make("circle", { "main.tf": bucket('join(",", fileset(".", "**"))'), "d/a.txt": "" });
      symlinkSync("..", join(folder, "d", "up"));
      const { status, printed } = run(folder);
      expect(status).toBe(CLEAN);
      expect(printed).toContain("d/a.txt,main.tf");
    },
    TIMEOUT,
  );

  it(
    "a pipe that nobody writes to",
    () => {
      const folder = make("pipe", { "main.tf": KEPT });
      expect(spawnSync("mkfifo", [join(folder, "a.tf")]).status).toBe(0);
      const { status, told } = run(folder);
      expect(told).toMatch(/a\.tf: it is no regular file/);
      expect(status).toBe(INCOMPLETE);
    },
    TIMEOUT,
  );

  it.skipIf(process.getuid?.() === 0)(
    "a file that may not be read",
    () => {
      const folder = make("unreadable", { "main.tf": KEPT });
      writeFileSync(join(folder, "a.tf"), "", { mode: 0 });
      expect(run(folder).told).toMatch(/a\.tf: it cannot be read \(EACCES\)/);
    },
    TIMEOUT,
  );
});
