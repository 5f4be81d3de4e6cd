import type { Gap } from "../model/diagnostic.ts";
import { describeLocation } from "./describe-evidence.ts";

/** What was not read, and why: `main.bicep:3:1: …`, and of a part of a file with its place behind it. */
export function describeGap({ subject, reason, location }: Omit<Gap, "code">): string {
  const place = location === undefined ? subject : describeLocation(location);
  if (location?.file === subject || place === subject) return `${place}: ${reason}`;
  return `${subject}: ${reason} (${place})`;
}
