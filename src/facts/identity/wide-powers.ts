import { anyTruth, both, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { DOCUMENT_OF_POLICY } from "./document-of-policy.ts";
import { givenByStatements } from "./given-by-statements.ts";
import { POLICY_HOLDERS } from "./own-statements.ts";
import { coversAction } from "./policy-truth.ts";
import { POWERS } from "./powers.ts";
import type { Power } from "./powers.ts";
import { reachesEvery } from "./reaches-every.ts";
import { truthOfPart } from "./truth-of-part.ts";
import { wholeServices } from "./whole-services.ts";

export const widePowers: Fact = {
  name: "WidePowers",
  types: POLICY_HOLDERS,
  readFrom: DOCUMENT_OF_POLICY,
  isComputedWhenRead: true,
  description:
    "What a statement allows, by an action of its own, that is much when it is for everything: Power is data (reading or writing objects, items, records, reads and secrets), permissions (giving policies to identities), roles (assuming them) or sharing (letting others into a resource by its policy, a grant or an ACL), Action the first such action of a service. Wide says whether it is for everything there is, in an account and region at least, and no condition narrows it. Every action of a service, or every one but some, is left to Permissions. Empty for a policy that is only a permissions boundary.",
  fields: { Action: true, Power: true, Sid: true, Wide: true },
  compute: (resource, { graph }) => givenByStatements(resource, graph, powersOf),
};

function powersOf(statement: ValueMap): readonly Value[] {
  const actions = statement["Actions"];
  if (actions === undefined) return [];
  const named = servicesNamed(actions);
  const items: Value[] = [];
  for (const power of POWERS) {
    for (const each of servicesOf(power)) {
      if (named !== "any" && !named.has(each.service)) continue;
      const item = givenBy(statement, power, each);
      if (item !== undefined) items.push(item);
    }
  }
  return items;
}

/** The services that action patterns name, in small letters; most statements are about one, and have no power of others. */
function servicesNamed(actions: Value): ReadonlySet<string> | "any" {
  const list = plain(actions);
  if (!isValueList(list)) return "any";
  const services = new Set<string>();
  for (const item of list) {
    const pattern = plain(item);
    if (typeof pattern !== "string") return "any";
    const end = pattern.indexOf(":");
    const service = end < 0 ? "*" : pattern.slice(0, end);
    if (service.includes("*") || service.includes("?")) return "any";
    services.add(service.toLowerCase());
  }
  return services;
}

/** What it gives of the power by the actions of one service; nothing where it certainly gives none. */
function givenBy(statement: ValueMap, power: Power, { service, actions }: ServiceActions): Value | undefined {
  const reaches = reachesEvery(
    statement,
    power.name === "roles" ? "role" : "resource",
    reachedService(service),
  );
  if (reaches === false || isWhole(statement, service)) return undefined;
  const covered = actions.map((action) => coversAction(statement, action));
  const given = anyTruth(covered);
  if (given === false) return undefined;
  const narrowed = isNarrowed(statement, power.narrowing);
  const at = covered.indexOf(given);
  return {
    Power: power.name,
    Action: actions[at] ?? service,
    Wide: given === true ? wide(reaches, narrowed, statement) : truthOfPart(given, statement["Actions"]),
    ...(statement["Sid"] === undefined ? {} : { Sid: statement["Sid"] }),
  };
}

interface ServiceActions {
  readonly service: string;
  readonly actions: readonly string[];
}

const SERVICES = new Map<Power, readonly ServiceActions[]>();

/** The actions of a power by their services. */
function servicesOf(power: Power): readonly ServiceActions[] {
  const known = SERVICES.get(power);
  if (known !== undefined) return known;
  const services = new Map<string, string[]>();
  for (const action of power.actions) {
    const [service = ""] = action.split(":");
    const held = services.get(service);
    if (held === undefined) services.set(service, [action]);
    else held.push(action);
  }
  const grouped = [...services].map(([service, actions]) => ({ service, actions }));
  SERVICES.set(power, grouped);
  return grouped;
}

/** Roles are resources of IAM, whichever service assumes them. */
function reachedService(service: string): string {
  return service === "sts" ? "iam" : service;
}

function wide(reaches: Truth, narrowed: Truth, statement: ValueMap): Value {
  return reaches === "unknown"
    ? truthOfPart(narrowed === true ? false : reaches, statement["Resources"])
    : truthOfPart(both(reaches, negate(narrowed)), statement["Conditions"]);
}

/** Every action of the service, which Permissions tells. */
function isWhole(statement: ValueMap, service: string): boolean {
  const whole = plain(wholeServices(statement["Actions"]));
  return isValueList(whole) && (whole.includes("*") || whole.includes(service));
}

/** Conditions that hold without the key, or by what it is not, leave everything else. */
const NARROWING_OPERATORS = [
  "stringequals",
  "stringequalsignorecase",
  "stringlike",
  "arnequals",
  "arnlike",
  "bool",
];

function isNarrowed(statement: ValueMap, keys: RegExp): Truth {
  const conditions = plain(statement["Conditions"]);
  if (conditions === undefined) return false;
  if (!isValueList(conditions)) return "unknown";
  return anyTruth(
    conditions.map((item): Truth => {
      const condition = plain(item);
      if (!isValueMap(condition)) return "unknown";
      const key = plain(condition["Key"]);
      const operator = plain(condition["Operator"]);
      if (typeof key !== "string" || typeof operator !== "string") return "unknown";
      return keys.test(key) && NARROWING_OPERATORS.includes(operator) && condition["IfExists"] !== true;
    }),
  );
}
