import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";
import { clinicsOfResource, distinctClinics } from "./clinics-of-resource.ts";
import { parentOfType } from "./parent-of-type.ts";

const NETWORK = "Microsoft.Network/virtualNetworks";

export const peeredClinics: Fact = {
  name: "PeeredClinics",
  types: ["Microsoft.Network/virtualNetworks/virtualNetworkPeerings"],
  needs: ["Account", "Tags"],
  readFrom: {
    "Microsoft.Network/virtualNetworks/virtualNetworkPeerings": "/properties/remoteVirtualNetwork/id",
  },
  description:
    "The clinics whose networks a peering connects: told by the subscriptions that genoscan.yaml lists under clinics, and by tags, names and instance keys. A network of nobody in particular, such as a hub, adds none.",
  compute(peering, context) {
    const own = parentOfType(context.graph, peering, NETWORK);
    const remote = remoteOf(peering, context);
    if (remote instanceof Unknown) return [remote];
    const clinics = [
      ...ownClinics(peering, own, context),
      ...(remote === undefined ? [] : clinicsOfResource(remote, context)),
    ];
    return distinctClinics(clinics);
  },
};

/** A peering lies with its network; where that is not told, it may be any clinic's. */
function ownClinics(peering: Resource, own: Resource | Unknown, context: FactContext): readonly Value[] {
  if (!(own instanceof Unknown)) return clinicsOfResource(own, context);
  const clinics = clinicsOfResource(peering, context);
  return clinics.length > 0 ? clinics : [own];
}

function remoteOf(peering: Resource, { graph }: FactContext): Resource | Unknown | undefined {
  const value = propertyAt(peering, "/properties/remoteVirtualNetwork/id");
  const [only, ...more] = referencesOf(value);
  if (only !== undefined && more.length === 0) return graph.get(only.target);
  const known: Value | undefined = plain(value);
  return known instanceof Unknown ? known : undefined;
}
