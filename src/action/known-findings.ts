import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { notice } from "@actions/core";
import { loadResult } from "../commands/load-result.ts";
import { loadBaseline } from "../config/load-baseline.ts";
import { escapeText } from "../reporters/escape-text.ts";
import type { Baseline } from "../triage/baseline.ts";
import { findingsToKeep } from "../triage/revise-baseline.ts";
import type { ActionInputs } from "./action-inputs.ts";
import { noStdin } from "./no-stdin.ts";

/**
 * What is known: the committed baseline, or the result of the base branch. Where there is no result of the base branch
 * yet, nothing is known and everything counts as new.
 */
export async function knownFindings(
  { baseline, baseResult }: ActionInputs,
  configured: string | undefined,
): Promise<Baseline | undefined> {
  if (baseResult !== undefined) return fromResult(baseResult);
  const file = baseline ?? configured;
  return file === undefined ? undefined : loadBaseline(file);
}

async function fromResult(file: string): Promise<Baseline | undefined> {
  if (!existsSync(file)) {
    notice(`there is no ${escapeText(file)}, so every finding counts as new`, { title: "genoscan" });
    return undefined;
  }
  const result = await loadResult(file, noStdin);
  const sha256 = createHash("sha256")
    .update(await readFile(file))
    .digest("hex");
  return { file, sha256, findings: findingsToKeep(result.verdicts) };
}
