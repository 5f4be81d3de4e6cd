import type { Lens } from "../lens.ts";

export const networkLenses: readonly Lens[] = [];
