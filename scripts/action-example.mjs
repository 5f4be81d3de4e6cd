// Runs the action as GitHub's runner does, on a pull request of a server of our own, and keeps what people see of it.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "./build/bundle.mjs";

/**
 * The comment, the job summary and the log of a step that scans a path of this repository.
 * @param {string} path
 * @param {Readonly<Record<string, string>>} env what GitHub tells of the run
 * @returns {Promise<{ comment: string, summary: string, log: string }>}
 */
export async function runActionExample(path, env) {
  const folder = mkdtempSync(join(tmpdir(), "genoscan-action-"));
  /** @type {string[]} */
  const comments = [];
  const server = createServer((request, response) => {
    /** @type {Buffer[]} */
    const parts = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", () => {
      if (request.method === "POST") comments.push(JSON.parse(Buffer.concat(parts).toString("utf8")).body);
      response.setHeader("content-type", "application/json");
      response.end(request.method === "POST" ? '{"id": 1}' : "[]");
    });
  });
  try {
    await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    await bundle({ entry: "src/action/main.ts", name: "index", folder, ending: ".mjs", target: "node24" });
    const [event, summary, output] = ["event.json", "summary", "output"].map((name) => join(folder, name));
    for (const file of [summary, output]) writeFileSync(file ?? "", "");
    writeFileSync(event ?? "", JSON.stringify({ pull_request: { number: 1 } }));
    const log = await run(process.execPath, [join(folder, "index.mjs")], {
      PATH: process.env["PATH"] ?? "",
      ...env,
      GITHUB_API_URL: `http://127.0.0.1:${port}`,
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_EVENT_PATH: event ?? "",
      GITHUB_STEP_SUMMARY: summary ?? "",
      GITHUB_OUTPUT: output ?? "",
      GITHUB_WORKSPACE: process.cwd(),
      RUNNER_TEMP: folder,
      INPUT_PATH: path,
      INPUT_TOKEN: "token",
    });
    return { comment: comments.join("\n"), summary: readFileSync(summary ?? "", "utf8"), log };
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<string>} what it writes
 */
function run(command, args, env) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "inherit"] });
    /** @type {Buffer[]} */
    const parts = [];
    child.stdout.on("data", (part) => parts.push(part));
    child.on("error", fail);
    child.on("close", () => done(Buffer.concat(parts).toString("utf8")));
  });
}
