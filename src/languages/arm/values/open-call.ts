import { AT_DEPLOYMENT, ArmObject, Open, Secure, bare, holdsSecure, isArray } from "./arm-value.ts";
import type { ArmValue, ReadOfResource, Traits } from "./arm-value.ts";
import { printCall } from "./print.ts";

const MOST_READS = 50;

/** What a function gives for arguments of which something is not known. */
export function openCall(name: string, values: readonly ArmValue[], traits?: Traits): ArmValue {
  const opened = openFrom(values, printCall(name, values), traits);
  return values.some(holdsSecure) ? new Secure(opened) : opened;
}

/** Something unknown that comes from values: it has their cause, and what they are taken from. */
export function openFrom(values: readonly ArmValue[], expression: string, traits?: Traits): Open {
  return new Open(causeOf(values) ?? AT_DEPLOYMENT, expression, readsOf(values), traits);
}

/** Why the first value that is not known is not. */
function causeOf(values: readonly ArmValue[]): string | undefined {
  for (const value of values) {
    const first = firstOpen(value);
    if (first !== undefined) return first.cause;
  }
  return undefined;
}

function firstOpen(value: ArmValue): Open | undefined {
  const inner = bare(value);
  if (inner instanceof Open) return inner;
  if (isArray(inner)) {
    for (const item of inner) {
      const found = firstOpen(item);
      if (found !== undefined) return found;
    }
  }
  if (!(inner instanceof ArmObject)) return undefined;
  for (const member of inner.members.values()) {
    const found = firstOpen(member.value);
    if (found !== undefined) return found;
  }
  return inner.rest;
}

/** What values are taken from, each once. */
export function readsOf(values: readonly ArmValue[]): readonly ReadOfResource[] {
  const reads = new Set<ReadOfResource>();
  for (const value of values) collect(value, reads);
  return [...reads].slice(0, MOST_READS);
}

function collect(value: ArmValue, reads: Set<ReadOfResource>): void {
  if (reads.size > MOST_READS) return;
  const inner = bare(value);
  if (inner instanceof Open) for (const read of inner.reads) reads.add(read);
  else if (isArray(inner)) for (const item of inner) collect(item, reads);
  else if (inner instanceof ArmObject) {
    for (const member of inner.members.values()) collect(member.value, reads);
    if (inner.rest !== undefined) collect(inner.rest, reads);
  }
}
