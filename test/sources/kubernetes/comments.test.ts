import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ResultDocument } from "../../../src/model/result-document.ts";
import { run } from "../../cli/run.ts";
import { loadManifest } from "./load-manifest.ts";

const LAST_DAY = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
const IGNORE = `# genoscan:ignore kubernetes-workload-image-digest reason="moves" until=${LAST_DAY}`;

const pod = (name: string, inside: string, above = ""): string =>
  `${above}apiVersion: v1
kind: Pod
metadata:
  name: ${name}
spec:
  containers:
${inside}`;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "genoscan-comments-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function waived(text: string): Promise<readonly string[]> {
  const path = join(folder, "manifest.yaml");
  writeFileSync(path, text);
  const { stdout } = await run([path, "-f", "json"]);
  const { verdicts } = JSON.parse(stdout) as ResultDocument;
  return verdicts.flatMap(({ rule, resource, waiver }) =>
    waiver === undefined ? [] : `${rule} ${resource?.address ?? ""}`,
  );
}

describe("a comment in a manifest", () => {
  const CONTAINER = "    - name: a\n      image: nginx\n";

  it.each([
    ["above a whole object", pod("a", CONTAINER, `${IGNORE}\n`)],
    ["above the container", pod("a", `    ${IGNORE}\n${CONTAINER}`)],
    ["beside the property", pod("a", `    - name: a\n      image: nginx ${IGNORE}\n`)],
  ])("%s waives what stands there", async (_, text) => {
    const others = `${text}---\n${pod("b", CONTAINER)}`;
    expect(await waived(others)).toEqual(["kubernetes-workload-image-digest Pod/a"]);
  });

  it("beside another property waives nothing", async () => {
    expect(await waived(pod("a", `    - image: nginx\n      name: a ${IGNORE}\n`))).toEqual([]);
  });

  it.each([
    ["a text in quotes", `    - name: a\n      image: "x ${IGNORE.replaceAll('"', "'")}"\n`],
    ["a block of text", `    - name: a\n      args:\n        - |\n          ${IGNORE}\n`],
  ])("is none inside of %s", async (_, inside) => {
    expect((await loadManifest(pod("a", inside))).annotations).toEqual([]);
  });

  it("names what it covers as people do", async () => {
    const { annotations } = await loadManifest(pod("a", `    ${IGNORE}\n${CONTAINER}`, `${IGNORE}\n`));
    expect(annotations?.map(({ covers }) => covers?.name)).toEqual(["Pod/a", "[0]"]);
  });
});
