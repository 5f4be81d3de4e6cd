import type { Resource } from "../../model/resource.ts";
import { isSensitive } from "../../model/value.ts";
import { textOf } from "./policy-part.ts";
import { clinicTags } from "./clinics.ts";

/** A clinic that the name or address of a resource speaks of, and what the name or address is without it. */
export interface ClinicMarker {
  readonly clinic: string;
  /** The same for all resources that differ by their clinic alone. */
  readonly family: string;
  /** The clinic stands in a sensitive tag. */
  readonly hidden?: true;
}

/**
 * Where a resource names a clinic: with its tag, as the key of an instance (`module.site["north"]`), or as a word of its
 * name (`north-reports`). `names` are the clinics of genoscan.yaml, in lower case.
 */
export function clinicMarkers(resource: Resource, names: ReadonlySet<string>): readonly ClinicMarker[] {
  const tags = tagged(resource);
  // where nobody names a clinic, the key of an instance may
  if (names.size + tags.length === 0 && !hasKey(resource.address)) return NONE;
  const known = tags.length === 0 ? names : new Set([...names, ...tags.map(({ clinic }) => clinic)]);
  const markers = [...tags];
  addKeyMarkers(markers, resource, known);
  // without a clinic to look for no word is one
  if (known.size > 0) addWordMarkers(markers, resource, known);
  return markers;
}

const NONE: readonly ClinicMarker[] = [];

/** The family of all that are tagged with a clinic. */
export const TAG = "tag";

/** What people write for a resource that is nobody's in particular. */
const NO_CLINIC = new Set(["all", "any", "common", "general", "n-a", "na", "none", "shared"]);

function tagged(resource: Resource): readonly ClinicMarker[] {
  const tags = clinicTags(resource);
  if (tags.length === 0) return NONE;
  return tags.flatMap((name) => {
    const clinic = textOf(name)?.toLowerCase();
    if (clinic === undefined || NO_CLINIC.has(clinic)) return [];
    return [{ clinic, family: TAG, ...(isSensitive(name) && { hidden: true as const }) }];
  });
}

/** A step of an address with the key of its instance: `module.clinic["north"]`. */
const KEYED_STEP = /([\w-]+)\["([^"\\]+)"\]/g;

function addKeyMarkers(markers: ClinicMarker[], { address }: Resource, known: ReadonlySet<string>): void {
  if (!hasKey(address)) return;
  KEYED_STEP.lastIndex = 0;
  for (let match = KEYED_STEP.exec(address); match !== null; match = KEYED_STEP.exec(address)) {
    const [step, name = "", key = ""] = match;
    if (!known.has(key.toLowerCase()) && !/(?:^|[_-])clinics?$/i.test(name)) continue;
    const { index } = match;
    const family = `${address.slice(0, index)}${name}[*]${address.slice(index + step.length)}`;
    markers.push({ clinic: key.toLowerCase(), family: `address ${family}` });
  }
}

function hasKey(address: string): boolean {
  return address.includes('["');
}

/** us-west-2 is a region, whatever a clinic is called. */
const REGION =
  /[a-z]{2}(?:-gov)?-(?:north|south|east|west|central|northeast|southeast|northwest|southwest)-?\d/g;

function addWordMarkers(
  markers: ClinicMarker[],
  { name = "", type }: Resource,
  known: ReadonlySet<string>,
): void {
  const text = name.toLowerCase().replaceAll(REGION, "region");
  const words = text.split(/([^a-z0-9]+)/);
  for (const [index, word] of words.entries()) {
    if (!known.has(word)) continue;
    const family = words.map((other, place) => (place === index ? "*" : other)).join("");
    markers.push({ clinic: word, family: `name ${type} ${family}` });
  }
}
