import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Resource } from "../../../src/model/resource.ts";
import { readInputs } from "../../../src/sources/read-inputs.ts";
import type { ReadResult } from "../../../src/sources/read-inputs.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";

const SCHEMA = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

/** A template as standard input gives it; a schema and a version are put to it. */
export function loadTemplate(template: object, account?: string): Promise<ReadResult> {
  const text = JSON.stringify({ $schema: SCHEMA, contentVersion: "1.0.0.0", ...template });
  return loadText(text, account);
}

export function loadText(text: string, account?: string): Promise<ReadResult> {
  const stdin = (): Promise<Uint8Array> => Promise.resolve(Buffer.from(text));
  return readInputs(["-"], { settings: { ...DEFAULT_SETTINGS, account }, stdin });
}

/** Files in a folder of their own, scanned as that folder or as one of them. */
export async function scan(
  files: Readonly<Record<string, object | string>>,
  what = "",
  paramFile?: string,
): Promise<ReadResult> {
  const folder = mkdtempSync(join(tmpdir(), "genoscan-arm-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    const text = typeof content === "string" ? content : JSON.stringify({ $schema: SCHEMA, ...content });
    writeFileSync(join(folder, name), text);
  }
  const paramFiles = paramFile === undefined ? [] : [join(folder, paramFile)];
  return readInputs([join(folder, what)], { settings: DEFAULT_SETTINGS, paramFiles });
}

export function resourceOf({ resources }: ReadResult, address: string): Resource {
  const found = resources.find((resource) => resource.address === address);
  if (found === undefined) {
    throw new Error(
      `there is no ${address} among ${resources.map((resource) => resource.address).join(", ")}`,
    );
  }
  return found;
}

/** Addresses without the deployment itself. */
export function addressesOf({ resources }: ReadResult): readonly string[] {
  return resources.filter(({ type }) => type !== "Genoscan::Deployment").map(({ address }) => address);
}
