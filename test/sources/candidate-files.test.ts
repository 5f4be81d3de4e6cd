import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Gap } from "../../src/model/diagnostic.ts";
import { candidateFiles, readCandidate } from "../../src/sources/candidate-files.ts";
import { walkFolders } from "../../src/sources/walk-folders.ts";
import { run } from "../cli/run.ts";

let root: string;
const gaps: Gap[] = [];
const onGap = (gap: Gap): unknown => gaps.push(gap);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "genoscan-candidates-"));
  gaps.length = 0;
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe("files that may be inputs", () => {
  it("are told of from a number on", () => {
    for (const name of ["a.json", "b.json", "c.json", "d.txt"]) writeFileSync(join(root, name), "{}");
    const found = [...candidateFiles(walkFolders(root), (name) => name.endsWith(".json"), onGap, 2)];
    expect(found).toHaveLength(2);
    expect(gaps).toMatchObject([{ code: "file-not-read" }]);
    expect(gaps[0]?.subject).not.toBe(found[0]?.path);
    expect(gaps[0]?.reason).toContain("more than 2 files like it");
  });

  it("are told of when they cannot be read", async () => {
    const missing = join(root, "gone.json");
    expect(await readCandidate(missing, onGap)).toBeUndefined();
    expect(gaps).toMatchObject([{ subject: missing, reason: "the file cannot be read (ENOENT)" }]);
  });
});

describe("a scan of a folder", () => {
  const SOUND = '{"Resources": {"T": {"Type": "AWS::SSM::Parameter"}}}';

  it("is incomplete when a template in it has a mistake, and names the line", async () => {
    writeFileSync(join(root, "sound.json"), SOUND);
    writeFileSync(join(root, "broken.json"), '{\n"Resources": {"T": {"Type": "AWS::S3::Bucket",}}}');
    const { code, stderr } = await run([root]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/broken\.json:2:47: expected a name/u);
  });

  it("takes no offence at JSON that is broken and no template", async () => {
    writeFileSync(join(root, "sound.json"), SOUND);
    writeFileSync(join(root, "notes.json"), '{"Resources": [}');
    expect((await run([root])).code).toBe(0);
  });

  it.skipIf(process.getuid?.() === 0)("tells once of a file that cannot be read", async () => {
    writeFileSync(join(root, "sound.json"), SOUND);
    writeFileSync(join(root, "closed.json"), SOUND);
    chmodSync(join(root, "closed.json"), 0);
    const { code, stderr } = await run([root]);
    expect(code).toBe(3);
    expect(stderr.match(/the file cannot be read \(EACCES\)/gu)).toHaveLength(1);
  });
});
