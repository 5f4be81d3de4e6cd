import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface StepRequest {
  /** The file that the runner starts. */
  readonly bundle: string;
  /** The checkout, and the working directory of the step. */
  readonly workspace: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: { readonly name: string; readonly payload: object };
  readonly env?: Readonly<Record<string, string>>;
}

export interface StepResult {
  readonly code: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The workflow commands of the log: `["error", "file=a.tf,line=3", "message"]`. */
  readonly commands: readonly (readonly [name: string, properties: string, message: string])[];
}

const PULL_REQUEST = {
  name: "pull_request",
  payload: { number: 7, pull_request: { number: 7, head: { sha: "b".repeat(40) } } },
} as const;
export const COMMIT = "a".repeat(40);

// tests run on the Node that runs them; GENOSCAN_TEST_NODE names another one, such as that of GitHub's runner
const NODE = process.env["GENOSCAN_TEST_NODE"] ?? process.execPath;

/** Runs the bundled action as GitHub's runner does: with node, inputs as variables, and files for what it gives back. */
export async function runStep(request: StepRequest): Promise<StepResult> {
  const { bundle, workspace, inputs = {}, event = PULL_REQUEST, env = {} } = request;
  const temporary = join(workspace, "..", "temporary");
  mkdirSync(temporary, { recursive: true });
  const [outputFile, summaryFile, eventFile] = ["output", "summary", "event.json"].map((name) => {
    const path = join(temporary, name);
    writeFileSync(path, "");
    return path;
  }) as [string, string, string];
  writeFileSync(eventFile, JSON.stringify(event.payload));
  const child = spawn(NODE, [bundle], {
    cwd: workspace,
    env: {
      PATH: process.env["PATH"],
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_REPOSITORY: "octo/platform",
      GITHUB_SHA: COMMIT,
      GITHUB_REF_NAME: "7/merge",
      GITHUB_ACTOR: "jane-doe",
      GITHUB_RUN_ID: "1",
      GITHUB_SERVER_URL: "https://github.example",
      GITHUB_WORKSPACE: workspace,
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: eventFile,
      GITHUB_OUTPUT: outputFile,
      GITHUB_STEP_SUMMARY: summaryFile,
      RUNNER_TEMP: temporary,
      SOURCE_DATE_EPOCH: "1768464000",
      INPUT_TOKEN: "s3cr3t-t0k3n",
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const parts: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => parts.push(part));
  child.stderr.on("data", (part: Buffer) => parts.push(part));
  const code = await new Promise<number | null>((done) => child.on("close", done));
  const log = Buffer.concat(parts).toString("utf8");
  return {
    code,
    log,
    outputs: parseOutputs(readFileSync(outputFile, "utf8")),
    summary: readFileSync(summaryFile, "utf8"),
    commands: [...log.matchAll(/^::([\w-]+)(?: ([^\n]*?))?::([^\n]*)$/gm)].map(
      ([, name = "", properties = "", message = ""]) => [name, properties, unescape(message)] as const,
    ),
  };
}

/** `name<<delimiter`, the value, `delimiter`. */
function parseOutputs(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/^([\w-]+)<<(\S+)\r?\n([\s\S]*?)\r?\n\2$/gm)].map(([, name = "", , value = ""]) => [
      name,
      value,
    ]),
  );
}

function unescape(message: string): string {
  return message.replaceAll("%0A", "\n").replaceAll("%0D", "\r").replaceAll("%25", "%");
}
