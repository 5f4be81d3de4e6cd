import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import type { Truth } from "../../model/truth.ts";
import { Sensitive, Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { exactList } from "../exact-list.ts";
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
    const families = familiesOf(context);
    const markers = families.markers.get(resource);
    if (markers === undefined) return undefined;
    const account = plain(accountOf(resource));
    if (typeof account === "string" && context.settings.trustedAccounts.includes(account)) return undefined;
    return clinicsOf(resource, markers, families, context);
  },
};

function clinicsOf(
  resource: Resource,
  markers: readonly ClinicMarker[],
  { byName }: Families,
  context: FactContext,
): Value {
  const owners = clinicsOfAccount(resource, context);
  const { found, hidden } = ownClinics(markers, owners);
  let open: Resource | undefined;
  for (const marker of markers) {
    // where the account has a clinic, a tag is held against that one, not against what else is tagged
    if (marker.family === TAG && owners.length > 0) continue;
    for (const relative of byName.get(marker.family)?.relatives ?? []) {
      if (relative.clinic === marker.clinic) continue;
      const same = sameAccount(relative.resource, resource);
      if (same === true) addOnce(found, relative.clinic);
      if (relative.hidden === true) hidden.push(relative.clinic);
      else if (same === "unknown") open = relative.resource;
      if (found.length >= MOST_TOLD) return told(found, hidden);
    }
  }
  if (found.length > 1 || open === undefined) return told(found, hidden);
  return notTold(resource, open);
}

/** Those that the resource itself speaks of, and the owners of its account where it speaks of more than a word of its name. */
function ownClinics(
  markers: readonly ClinicMarker[],
  owners: readonly string[],
): { readonly found: string[]; readonly hidden: string[] } {
  const found: string[] = [];
  const hidden: string[] = [];
  for (const { clinic, hidden: isHidden } of markers) {
    addOnce(found, clinic);
    if (isHidden === true) hidden.push(clinic);
  }
  const certain = markers.some(({ family }) => !family.startsWith("name "));
  if (certain) for (const owner of owners) addOnce(found, owner);
  return { found, hidden };
}

/** Where it belongs by the alphabet. They are a handful: to make a set of them and sort that would cost more. */
function addOnce(names: string[], name: string): void {
  if (names.includes(name)) return;
  names.push(name);
  let at = names.length - 1;
  for (let before = names[at - 1]; before !== undefined && before > name; before = names[at - 1]) {
    names[at] = before;
    at -= 1;
  }
  names[at] = name;
}

function told(clinics: readonly string[], hidden: readonly string[]): readonly Value[] {
  if (hidden.length === 0) return exactList(clinics);
  return clinics.map((name) => (hidden.includes(name) ? new Sensitive(name) : name));
}

function notTold(one: Resource, other: Resource): Unknown {
  const setting = one.placement?.cloud === "azure" ? "subscription_id" : "allowed_account_ids";
  return new Unknown(
    `whether ${one.address} and ${other.address} lie in one account is not told; set ${setting} in the provider configurations`,
  );
}

/** The clinic that has the account; a word of a name may mean something else, so it is not held against that. */
function clinicsOfAccount(resource: Resource, { settings }: FactContext): readonly string[] {
  const clinics = Object.keys(settings.clinics);
  if (clinics.length === 0) return clinics;
  const account = plain(accountOf(resource));
  const names = clinics.filter((name) => settings.clinics[name] === account);
  return names.map((name) => name.toLowerCase());
}

/** Two clinics in an account are one too many; more than a handful tell nothing new. */
const MOST_TOLD = 8;

interface Relative {
  readonly clinic: string;
  readonly hidden: true | undefined;
  readonly resource: Resource;
}

/** The resources that differ by their clinic alone. */
interface Family {
  /** One for each clinic and place is enough to hold others against. */
  readonly relatives: Relative[];
  readonly met: Set<string>;
}

interface Families {
  /** What speaks of a clinic in a resource that the input declares, where anything does. */
  readonly markers: Map<Resource, readonly ClinicMarker[]>;
  readonly byName: Map<string, Family>;
}

const FAMILIES = new WeakMap<ResourceGraph, Families>();

function familiesOf({ graph, settings }: FactContext): Families {
  const known = FAMILIES.get(graph);
  if (known !== undefined) return known;
  const families: Families = { markers: new Map(), byName: new Map() };
  const names = new Set(Object.keys(settings.clinics).map((name) => name.toLowerCase()));
  for (const type of TYPES) {
    for (const resource of graph.ofType(type)) {
      if (resource.declared === "here") addToFamilies(families, resource, clinicMarkers(resource, names));
    }
  }
  FAMILIES.set(graph, families);
  return families;
}

function addToFamilies(
  { markers: bySpeaker, byName }: Families,
  resource: Resource,
  markers: readonly ClinicMarker[],
): void {
  if (markers.length === 0) return;
  bySpeaker.set(resource, markers);
  const place = JSON.stringify([plain(accountOf(resource)), resource.placement?.deployment]);
  for (const { clinic, family: name, hidden } of markers) {
    let family = byName.get(name);
    if (family === undefined) {
      family = { relatives: [], met: new Set() };
      byName.set(name, family);
    }
    const key = `${place}${clinic}`;
    if (family.met.has(key)) continue;
    family.met.add(key);
    family.relatives.push({ clinic, hidden, resource });
  }
}

function sameAccount(one: Resource, other: Resource): Truth {
  if (sameDeployment(one, other)) return true;
  const account = plain(accountOf(one));
  const otherAccount = plain(accountOf(other));
  if (typeof account === "string" && typeof otherAccount === "string") return account === otherAccount;
  return "unknown";
}
