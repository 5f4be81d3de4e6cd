import type { Lens } from "../lens.ts";

export const identityLenses: readonly Lens[] = [];
