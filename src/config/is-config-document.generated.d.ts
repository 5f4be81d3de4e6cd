import type { ConfigDocument } from "./config-document.ts";

/** Whether a value is what schemas/config.schema.json says. Compiled when the command is built. */
export function isConfigDocument(value: unknown): value is ConfigDocument;
