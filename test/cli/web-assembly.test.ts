import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "genoscan-web-assembly-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Tells of every start of WebAssembly in the process. */
const WATCH = join(folder, "watch.mjs");
writeFileSync(
  WATCH,
  `for (const name of ["compile", "compileStreaming", "instantiate", "instantiateStreaming", "Module"]) {
    WebAssembly[name] = new Proxy(WebAssembly[name], {
      apply(target, self, args) {
        console.error("WebAssembly." + name);
        return Reflect.apply(target, self, args);
      },
      construct(target, args) {
        console.error("WebAssembly." + name);
        return Reflect.construct(target, args);
      },
    });
  }`,
);

function startsIn(text: string): boolean {
  writeFileSync(join(folder, "main.tf"), text);
  const { stderr, status } = spawnSync(process.execPath, ["--import", WATCH, "dist/cli.js", folder], {
    encoding: "utf8",
  });
  expect(status).not.toBeNull();
  return stderr.includes("WebAssembly.");
}

describe("a scan of a folder", () => {
  it("starts no WebAssembly when everything can be read", () => {
    expect(startsIn('resource "aws_s3_bucket" "b" {\n  bucket = replace("a-b", "/-/", "_")\n}\n')).toBe(
      false,
    );
  });

  it("starts HashiCorp's parser when a file is broken", () => {
    expect(startsIn('resource "aws_s3_bucket" "b" {\n')).toBe(true);
  });
}, 120_000);
