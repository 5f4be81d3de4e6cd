import type { Resource } from "../../model/resource.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { FactContext } from "../fact.ts";
import { clinicMarkers } from "../identity/clinic-markers.ts";
import { clinicTags } from "../identity/clinics.ts";

/**
 * The clinics that a resource is of: told by the subscription that it lies in, as genoscan.yaml lists them, else by its tags,
 * name and instance key. Empty for what is nobody's in particular.
 */
export function clinicsOfResource(resource: Resource, context: FactContext): readonly Value[] {
  const subscription = subscriptionOf(resource);
  const owners = subscription === undefined ? [] : clinicsOfSubscription(subscription, context);
  if (owners.length > 0) return owners;
  const names = new Set(Object.keys(context.settings.clinics).map((name) => name.toLowerCase()));
  const markers = clinicMarkers(named(resource), names).map(({ clinic }) => clinic);
  // a tag that is not known may name any clinic
  const untold = clinicTags(resource).filter((tag) => tag instanceof Unknown);
  return [...markers, ...untold];
}

/** The clinics whose subscription it is. */
export function clinicsOfSubscription(subscription: string, { settings }: FactContext): readonly string[] {
  const wanted = subscription.toLowerCase();
  const names = Object.keys(settings.clinics);
  return names
    .filter((name) => settings.clinics[name]?.toLowerCase() === wanted)
    .map((name) => name.toLowerCase());
}

/** Each clinic once, in order; what is not known stays behind them. */
export function distinctClinics(clinics: readonly Value[]): readonly Value[] {
  const known = clinics.filter((clinic) => typeof clinic === "string");
  return [...[...new Set(known)].sort(), ...clinics.filter((clinic) => clinic instanceof Unknown)];
}

/** The subscription that an id of Azure begins with. */
export function subscriptionIn(id: string): string | undefined {
  return /^\/subscriptions\/([^/]+)(?:\/|$)/iu.exec(id)?.[1];
}

/** By its id, or by where it is deployed. */
function subscriptionOf({ address, identifiers, placement }: Resource): string | undefined {
  for (const text of [...identifiers, address]) {
    const id = subscriptionIn(text);
    if (id !== undefined) return id;
  }
  const account = plain(placement?.account);
  return typeof account === "string" ? account : undefined;
}

/** What is declared elsewhere has the name that its id ends with. */
function named(resource: Resource): Resource {
  if (resource.name !== undefined || subscriptionIn(resource.address) === undefined) return resource;
  return { ...resource, name: resource.address.slice(resource.address.lastIndexOf("/") + 1) };
}
