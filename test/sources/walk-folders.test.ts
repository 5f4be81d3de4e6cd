import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Gap } from "../../src/model/diagnostic.ts";
import { walkFolders } from "../../src/sources/walk-folders.ts";
import type { WalkOptions } from "../../src/sources/walk-folders.ts";
import { run } from "../cli/run.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "genoscan-walk-"));
  for (const path of ["a/b/c", ".git/x", "node_modules/y"]) mkdirSync(join(root, path), { recursive: true });
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function walk(options: Omit<WalkOptions, "onGap"> = {}, folder = root) {
  const gaps: Gap[] = [];
  const paths: string[] = [];
  for (const { path } of walkFolders(folder, { ...options, onGap: (gap) => gaps.push(gap) })) {
    paths.push(relative(root, path));
  }
  return { paths, gaps };
}

describe("a walk through folders", () => {
  it("goes level by level, without hidden folders, installed packages and symbolic links", () => {
    symlinkSync(tmpdir(), join(root, "link"));
    expect(walk()).toEqual({ paths: ["", "a", join("a", "b"), join("a", "b", "c")], gaps: [] });
  });

  it("tells of folders beyond the limit", () => {
    const { paths, gaps } = walk({ mostFolders: 2 });
    expect(paths).toEqual(["", "a"]);
    expect(gaps).toMatchObject([{ code: "folder-not-read", subject: root }]);
  });

  it("tells of what lies too deep", () => {
    const { paths, gaps } = walk({ deepest: 1 });
    expect(paths).toEqual(["", "a"]);
    expect(gaps).toMatchObject([{ code: "folder-not-read", subject: join(root, "a") }]);
  });

  it("tells of a folder that cannot be read", () => {
    const missing = join(root, "gone");
    expect(walk({}, missing).gaps).toMatchObject([
      { subject: missing, reason: "the folder cannot be read (ENOENT)" },
    ]);
  });
});

describe("a scan", () => {
  it.skipIf(process.getuid?.() === 0)("is incomplete when a folder in it cannot be read", async () => {
    writeFileSync(join(root, "t.json"), '{"Resources": {"T": {"Type": "AWS::SSM::Parameter"}}}');
    chmodSync(join(root, "a"), 0);
    const { code, stderr } = await run([root]);
    chmodSync(join(root, "a"), 0o755);
    expect(code).toBe(3);
    expect(stderr).toContain("the folder cannot be read (EACCES)");
  });
});
