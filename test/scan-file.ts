import { spawnSync } from "node:child_process";
import type { ResultDocument, ResultVerdict } from "../src/model/result-document.ts";

/** The result of the built command on a file, with a genoscan.yaml. */
export function scanFile(path: string, config: string): ResultDocument {
  const args = ["dist/cli.js", path, "--config", config, "-f", "json"];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0 && status !== 1 && status !== 3) throw new Error(`exit code ${String(status)}: ${stderr}`);
  return JSON.parse(stdout) as ResultDocument;
}

/** Verdicts by rule and address. */
export function verdictsByKey({ verdicts }: ResultDocument): ReadonlyMap<string, ResultVerdict["verdict"]> {
  return new Map(
    verdicts.map(({ rule, resource, verdict }) => [`${rule} ${resource?.address ?? ""}`, verdict]),
  );
}
