import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
export const COMMAND = join(ROOT, "dist/cli.js");
/** One rule, about a type that no rule of genoscan reads. */
export const RULES = join(ROOT, "test/cli/rules");

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

/** Runs the built command, apart from the environment of the tests. */
export async function run(
  args: readonly string[],
  { cwd = ROOT, env = {}, stdin }: RunOptions = {},
): Promise<Ended> {
  if (!existsSync(COMMAND)) throw new Error("dist/cli.js is missing; run npm run build first");
  const child = spawn(process.execPath, [COMMAND, ...args], {
    cwd,
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.on("error", () => undefined);
  child.stdin.end(stdin ?? "");
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => stdout.push(part));
  child.stderr.on("data", (part: Buffer) => stderr.push(part));
  const code = await new Promise<number | null>((done) => child.on("close", done));
  return {
    code,
    stdout: Buffer.concat(stdout).toString("utf8"),
    stderr: Buffer.concat(stderr).toString("utf8"),
  };
}

export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), "genoscan-cli-"));
}

/** Writes a plan with one null_resource for each owner; `null` is an owner that is known only after apply. */
export function writePlan(
  folder: string,
  owners: readonly (string | null)[],
  name = "plan.json",
  more: object = {},
): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify({ ...planOf(owners), ...more }));
  return path;
}

export function planOf(owners: readonly (string | null)[]): object {
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: { root_module: {} },
    resource_changes: owners.map((owner, index) => ({
      address: `null_resource.r${index}`,
      mode: "managed",
      type: "null_resource",
      name: `r${index}`,
      provider_name: "registry.terraform.io/hashicorp/null",
      change: {
        actions: ["create"],
        before: null,
        after: { triggers: owner === null ? {} : { owner } },
        after_unknown: { id: true, triggers: owner === null ? { owner: true } : {} },
        before_sensitive: false,
        after_sensitive: { triggers: {} },
      },
    })),
    configuration: { root_module: {} },
  };
}
