import { readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { decodeText } from "../decode-text.ts";
import type { RemoteModule } from "./module-reference.ts";

const LARGEST = 64 * 1024 * 1024;

/** The compiled template of a module that Bicep has restored on this machine; nothing when it is not there. */
export function readCachedModule(
  { segments }: RemoteModule,
  cache = defaultCache(),
): { readonly path: string; readonly text: string } | undefined {
  const path = join(cache, ...segments, "main.json");
  try {
    if (statSync(path).size > LARGEST) return undefined;
    return { path, text: decodeText(readFileSync(path)) };
  } catch {
    return undefined;
  }
}

function defaultCache(): string {
  return join(homedir(), ".bicep");
}
