import type { Link } from "./link.ts";

export const networkLinks: readonly Link[] = [];
