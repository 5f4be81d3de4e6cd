import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import type { Truth } from "../../model/truth.ts";
import { Sensitive, Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";
import { sameDeployment } from "../same-place.ts";
import { accountOf } from "./account-relation.ts";
import { TAG, clinicMarkers } from "./clinic-markers.ts";
import type { ClinicMarker } from "./clinic-markers.ts";

const TYPES = [
  "AWS::DynamoDB::GlobalTable",
  "AWS::DynamoDB::Table",
  "AWS::KMS::Key",
  "AWS::Omics::AnnotationStore",
  "AWS::Omics::ReferenceStore",
  "AWS::Omics::SequenceStore",
  "AWS::Omics::VariantStore",
  "AWS::S3::Bucket",
  "Microsoft.Batch/batchAccounts",
  "Microsoft.DBforPostgreSQL/flexibleServers",
  "Microsoft.HealthcareApis/workspaces",
  "Microsoft.KeyVault/vaults",
  "Microsoft.Storage/storageAccounts",
  "Microsoft.Storage/storageAccounts/blobServices/containers",
  "Microsoft.Synapse/workspaces",
];

export const namespaceClinics: Fact = {
  name: "NamespaceClinics",
  types: TYPES,
  needs: ["Account", "Tags"],
  description:
    "The clinics among which resources of one account differ by name, tag or instance key alone: more than one means that clinics are kept apart by names, not by accounts (in Azure: subscriptions). Absent when nothing about the resource names a clinic, and in an account that genoscan.yaml lists under trustedAccounts.",
  compute(resource, context) {
    const markers = clinicMarkers(resource, Object.keys(context.settings.clinics));
    const account = plain(accountOf(resource));
    if (markers.length === 0 || resource.declared === "elsewhere") return undefined;
    if (typeof account === "string" && context.settings.trustedAccounts.includes(account)) return undefined;
    return clinicsOf(resource, markers, context);
  },
};

function clinicsOf(resource: Resource, markers: readonly ClinicMarker[], context: FactContext): Value {
  const owners = clinicsOfAccount(resource, context);
  const certain = markers.some(({ family }) => !family.startsWith("name "));
  const found = new Set([...markers.map(({ clinic }) => clinic), ...(certain ? owners : [])]);
  const hidden = new Set(markers.flatMap((marker) => (marker.hidden === true ? [marker.clinic] : [])));
  const told = (): Value => [...found].sort().map((name) => (hidden.has(name) ? new Sensitive(name) : name));
  let open: Resource | undefined;
  for (const marker of markers) {
    // where the account has a clinic, a tag is held against that one, not against what else is tagged
    if (marker.family === TAG && owners.length > 0) continue;
    for (const relative of familiesOf(context).get(marker.family) ?? []) {
      if (relative.clinic === marker.clinic) continue;
      const same = sameAccount(relative.resource, resource);
      if (same === true) found.add(relative.clinic);
      if (relative.hidden === true) hidden.add(relative.clinic);
      else if (same === "unknown") open = relative.resource;
      if (found.size >= MOST_TOLD) return told();
    }
  }
  if (found.size > 1 || open === undefined) return told();
  return notTold(resource, open);
}

function notTold(one: Resource, other: Resource): Unknown {
  const setting = one.placement?.cloud === "azure" ? "subscription_id" : "allowed_account_ids";
  return new Unknown(
    `whether ${one.address} and ${other.address} lie in one account is not told; set ${setting} in the provider configurations`,
  );
}

/** The clinic that has the account; a word of a name may mean something else, so it is not held against that. */
function clinicsOfAccount(resource: Resource, { settings }: FactContext): readonly string[] {
  const account = plain(accountOf(resource));
  const names = Object.keys(settings.clinics).filter((name) => settings.clinics[name] === account);
  return names.map((name) => name.toLowerCase());
}

/** Two clinics in an account are one too many; more than a handful tell nothing new. */
const MOST_TOLD = 8;

interface Relative {
  readonly clinic: string;
  readonly hidden: true | undefined;
  readonly resource: Resource;
}

const FAMILIES = new WeakMap<ResourceGraph, ReadonlyMap<string, readonly Relative[]>>();

function familiesOf({ graph, settings }: FactContext): ReadonlyMap<string, readonly Relative[]> {
  const known = FAMILIES.get(graph);
  if (known !== undefined) return known;
  const families = new Map<string, Relative[]>();
  const met = new Set<string>();
  for (const resource of TYPES.flatMap((type) => graph.ofType(type))) {
    if (resource.declared === "elsewhere") continue;
    for (const { clinic, family, hidden } of clinicMarkers(resource, Object.keys(settings.clinics))) {
      // one resource for each clinic and place is enough to hold others against
      const key = JSON.stringify([
        family,
        clinic,
        plain(accountOf(resource)),
        resource.placement?.deployment,
      ]);
      if (met.has(key)) continue;
      met.add(key);
      const relatives = families.get(family) ?? [];
      relatives.push({ clinic, hidden, resource });
      families.set(family, relatives);
    }
  }
  FAMILIES.set(graph, families);
  return families;
}

function sameAccount(one: Resource, other: Resource): Truth {
  if (sameDeployment(one, other)) return true;
  const account = plain(accountOf(one));
  const otherAccount = plain(accountOf(other));
  if (typeof account === "string" && typeof otherAccount === "string") return account === otherAccount;
  return "unknown";
}
