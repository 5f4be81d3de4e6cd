import type { Lens } from "../lens.ts";

export const storageLenses: readonly Lens[] = [];
