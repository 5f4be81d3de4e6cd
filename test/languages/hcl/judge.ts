import { createRequire } from "node:module";

// its declarations bring the types of a browser into the whole project, so they are not imported
const require = createRequire(import.meta.url);
const hcl2json = require("@cdktf/hcl2json") as { parse(file: string, text: string): Promise<unknown> };

/** What HashiCorp's parser says of a text; its module starts WebAssembly once for a process. */
export interface Judgement {
  readonly accepts: boolean;
  /** Left out for what it parses and has no JSON for: blocks with and without labels, numbers beyond JavaScript's. */
  readonly json?: unknown;
}

/** Parses a text with hcl2json. Its own stack cannot hold nesting of a thousand levels. */
export async function judge(text: string): Promise<Judgement> {
  try {
    // infinite numbers are null in JSON text
    return {
      accepts: true,
      json: JSON.parse(JSON.stringify(await hcl2json.parse("judged.tf", text))) as unknown,
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (message.startsWith("convert to HCL")) return { accepts: true };
    if (message.startsWith("parse config")) return { accepts: false };
    throw error;
  }
}
