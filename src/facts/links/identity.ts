import type { Link } from "./link.ts";

export const identityLinks: readonly Link[] = [];
