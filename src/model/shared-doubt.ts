import type { Resource } from "./resource.ts";
import { Unknown } from "./value.ts";

/**
 * One doubt about several resources, as `Resource.uncertain` of each: they are all there, or none is. A module that may
 * not be deployed is one about everything in it.
 */
export class SharedDoubt extends Unknown {}

/** Whether a resource is there whenever another one is. */
export function isThereWith(resource: Resource, other: Resource | undefined): boolean {
  const { uncertain } = resource;
  return uncertain === undefined || (uncertain instanceof SharedDoubt && uncertain === other?.uncertain);
}
