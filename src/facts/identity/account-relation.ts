import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, UnknownPlace, isValueList, plain, referencesOf } from "../../model/value.ts";
import type { Reference, Value } from "../../model/value.ts";
import type { FactContext } from "../fact.ts";
import { sameDeployment } from "../same-place.ts";

/** What an account is to the account of a resource. */
export interface AccountRelation {
  /** account, when that much is known although the relation is not. */
  readonly Scope?: Value;
  /** own, clinic, trusted or foreign; organization for several accounts, service for one of AWS. */
  readonly Relation: Value;
  /** Whether it is another clinic's, when that much is known although the relation is not. */
  readonly OfClinic?: Value;
  /** The name of the clinic. */
  readonly Clinic?: Value;
  /** Whether genoscan.yaml lists the account under trustedAccounts. */
  readonly Listed?: Value;
}

/** Whether it is another clinic's, also where that is not told apart from the relation. */
export function isOfClinic({ Relation, OfClinic }: AccountRelation): Value {
  if (OfClinic !== undefined) return OfClinic;
  return typeof Relation === "string" ? Relation === "clinic" : Relation;
}

/** Told by the account's id, or by the resources of the graph that it is taken from. */
export function relationOfAccount(
  account: Value | undefined,
  resource: Resource,
  context: FactContext,
): AccountRelation {
  const known = plain(account);
  if (typeof known === "string") return relationOfId(known, resource, context);
  if (known instanceof UnknownPlace && known.part === "account") {
    if (known.deployment === resource.placement?.deployment) return { Relation: "own" };
  }
  const references = referencesOf(account);
  const relations = references.map((reference) => relationOfReference(reference, resource, context));
  const [first] = relations;
  if (first !== undefined && relations.every((other) => sameRelation(other, first))) return first;
  const reason = known instanceof Unknown ? known.reason : "the account of the principal is not told";
  return { Relation: new Unknown(reason) };
}

function relationOfId(account: string, resource: Resource, context: FactContext): AccountRelation {
  if (LOG_DELIVERY_ACCOUNTS.has(account)) return { Relation: "service" };
  const { clinics, trustedAccounts } = context.settings;
  const own = plain(accountOf(resource));
  const Listed = trustedAccounts.includes(account);
  if (own === account) return { Relation: "own", Listed };
  const clinic = Object.keys(clinics).find((name) => clinics[name] === account);
  if (typeof own !== "string") {
    const Relation = notTold(account);
    return { Scope: "account", Relation, OfClinic: clinic === undefined ? false : Relation, Listed };
  }
  if (clinic !== undefined) return { Relation: "clinic", Clinic: clinic, Listed };
  return { Relation: Listed ? "trusted" : "foreign", Listed };
}

/**
 * Accounts of AWS by which load balancers write their access logs.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
const LOG_DELIVERY_ACCOUNTS: ReadonlySet<string> = new Set(
  (
    "127311923021 033677994240 027434742980 797873946194 048591011584 190560391635 098369216593 754344448648 " +
    "589379963580 718504428378 383597477331 600734575887 114774131450 783225319266 582318560864 985666609251 " +
    "054676820928 156460612806 652711504416 635631232127 009996457667 897822967062 076674570225 507241528517"
  ).split(" "),
);

function notTold(account: string): Unknown {
  return new Unknown(
    `whether ${account} is the account that this input deploys to is not told; set account in genoscan.yaml`,
  );
}

const ORGANIZATION = ["AWS::Organizations::Organization", "AWS::Organizations::OrganizationalUnit"];

/** The principal is a role or user of the graph, or its account is one that the graph makes. */
function relationOfReference(
  reference: Reference,
  resource: Resource,
  context: FactContext,
): AccountRelation {
  const target = context.graph.get(reference.target);
  const attribute = reference.attribute?.toLowerCase();
  if (target === undefined || attribute === undefined) {
    return { Relation: new Unknown(`${reference.target} is known after apply`) };
  }
  if (isOfAccount(target) && ["arn", "unique_id"].includes(attribute)) {
    return relationOfIdentity(target, resource, context);
  }
  if (ORGANIZATION.includes(target.type) && attribute === "arn") return { Relation: "organization" };
  if (target.type === "AWS::Organizations::Account" && ["id", "accountid", "ref"].includes(attribute)) {
    return relationOfMember(target, resource);
  }
  return { Relation: new Unknown(`${target.address}.${reference.attribute ?? ""} is known after apply`) };
}

/** An identity, or what a topic sends messages to. */
const OF_ACCOUNT = [
  "AWS::IAM::Role",
  "AWS::IAM::User",
  "AWS::KinesisFirehose::DeliveryStream",
  "AWS::Lambda::Function",
  "AWS::SQS::Queue",
];

function isOfAccount({ type }: Resource): boolean {
  return OF_ACCOUNT.includes(type);
}

function relationOfIdentity(identity: Resource, resource: Resource, context: FactContext): AccountRelation {
  if (sameDeployment(identity, resource)) return { Relation: "own" };
  const account = plain(accountOf(identity));
  if (typeof account === "string") return relationOfId(account, resource, context);
  return {
    Scope: "account",
    Relation: new Unknown(`the account of ${identity.address} is not told; set account in genoscan.yaml`),
  };
}

/** An account that the input itself makes is not the one that the input deploys to, when that one is known. */
function relationOfMember(member: Resource, resource: Resource): AccountRelation {
  const own = plain(accountOf(resource));
  const clinics = plain(propertyAt(member, "/Facts/Clinics"));
  const clinic = isValueList(clinics) ? clinics[0] : undefined;
  if (typeof own === "string" && typeof clinic === "string") return { Relation: "clinic", Clinic: clinic };
  return {
    Scope: "account",
    Relation: new Unknown(
      `${member.address} is known after apply; list its id under trustedAccounts in genoscan.yaml when it may be trusted`,
    ),
  };
}

function sameRelation(one: AccountRelation, other: AccountRelation): boolean {
  return !(one.Relation instanceof Unknown) && one.Relation === other.Relation && one.Clinic === other.Clinic;
}

export function accountOf(resource: Resource): Value | undefined {
  return propertyAt(resource, "/Facts/Account");
}
