import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";
import { clinicMarkers } from "../identity/clinic-markers.ts";
import { clinicTags } from "../identity/clinics.ts";
import { parentOfType } from "./parent-of-type.ts";

const NETWORK = "Microsoft.Network/virtualNetworks";

export const peeredClinics: Fact = {
  name: "PeeredClinics",
  types: ["Microsoft.Network/virtualNetworks/virtualNetworkPeerings"],
  needs: ["Account", "Tags"],
  description:
    "The clinics whose networks a peering connects: told by the subscriptions that genoscan.yaml lists under clinics, and by tags, names and instance keys. A network of nobody in particular, such as a hub, adds none.",
  compute(peering, context) {
    const own = parentOfType(context.graph, peering, NETWORK);
    const remote = remoteOf(peering, context);
    if (remote instanceof Unknown) return [remote];
    const clinics = [
      ...ownClinics(peering, own, context),
      ...(remote === undefined ? [] : clinicsOf(remote, context)),
    ];
    const known = clinics.filter((clinic) => typeof clinic === "string");
    return [...[...new Set(known)].sort(), ...clinics.filter((clinic) => clinic instanceof Unknown)];
  },
};

/** A peering lies with its network; where that is not told, it may be any clinic's. */
function ownClinics(peering: Resource, own: Resource | Unknown, context: FactContext): readonly Value[] {
  if (!(own instanceof Unknown)) return clinicsOf(own, context);
  const clinics = clinicsOf(peering, context);
  return clinics.length > 0 ? clinics : [own];
}

function remoteOf(peering: Resource, { graph }: FactContext): Resource | Unknown | undefined {
  const value = propertyAt(peering, "/properties/remoteVirtualNetwork/id");
  const [only, ...more] = referencesOf(value);
  if (only !== undefined && more.length === 0) return graph.get(only.target);
  const known: Value | undefined = plain(value);
  return known instanceof Unknown ? known : undefined;
}

function clinicsOf(network: Resource, { settings }: FactContext): readonly Value[] {
  const names = Object.keys(settings.clinics);
  const subscription = subscriptionOf(network)?.toLowerCase();
  const owner = names.filter((name) => settings.clinics[name]?.toLowerCase() === subscription);
  if (owner.length > 0) return owner.map((name) => name.toLowerCase());
  const markers = clinicMarkers(named(network), names).map(({ clinic }) => clinic);
  // a tag that is not known may name any clinic
  const untold = clinicTags(network).filter((tag) => tag instanceof Unknown);
  return [...markers, ...untold];
}

/** By its id, or by where it is deployed. */
function subscriptionOf({ address, identifiers, placement }: Resource): string | undefined {
  for (const text of [...identifiers, address]) {
    const id = /^\/subscriptions\/([^/]+)\//iu.exec(text)?.[1];
    if (id !== undefined) return id;
  }
  const account = plain(placement?.account);
  return typeof account === "string" ? account : undefined;
}

/** A network that is declared elsewhere has the name that its id ends with. */
function named(network: Resource): Resource {
  if (network.name !== undefined) return network;
  const name = /\/virtualNetworks\/([^/]+)$/iu.exec(network.address)?.[1];
  return name === undefined ? network : { ...network, name };
}
