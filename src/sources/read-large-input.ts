import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { SourceError } from "../model/errors.ts";
import type { Input } from "./source.ts";

/** Reads a JSON file that is too large for one text: UTF-8, parsed and hashed piece by piece. */
export async function readLargeInput(path: string): Promise<Input> {
  const { parseChunked } = await import("@discoveryjs/json-ext");
  const hash = createHash("sha256");
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(path, {
      highWaterMark: 1024 * 1024,
    }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      yield chunk;
    }
  }
  try {
    const json: unknown = await parseChunked(chunks);
    const sha256 = hash.digest("hex");
    return { path, kind: "file", text: "", digest: () => sha256, json };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const message = `${path}: not JSON: ${error.message}; if it was cut off, make it again with: terraform show -json PLAN > plan.json`;
    throw new SourceError([{ code: "json-syntax", message, location: { file: path } }], { cause: error });
  }
}
