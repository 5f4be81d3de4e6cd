import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One folder holds what the tests of a run write, and goes with it. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "genoscan-tests-"));
  // the workers are started with this environment
  process.env["TMPDIR"] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
