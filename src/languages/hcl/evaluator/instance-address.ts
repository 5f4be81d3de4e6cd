import type { InstanceKey } from "./expansion.ts";

/** `["north"]` or `[0]`; nothing without a key. */
export function formatKey(key: InstanceKey | undefined): string {
  if (key === undefined) return "";
  return typeof key === "number" ? `[${String(key)}]` : `[${quote(key)}]`;
}

/** The key in the address of the one that stands for instances of which nobody knows how many there are. */
export const OPEN_KEY = "[*]";

/** An address inside of a module; the root module has none. */
export function inModule(module: string, address: string): string {
  return module === "" ? address : `${module}.${address}`;
}

function quote(key: string): string {
  return JSON.stringify(key).replaceAll(/[$%]\{/gu, (start) => start.charAt(0) + start);
}
