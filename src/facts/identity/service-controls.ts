import { holdsSensitive, propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { anyTruth, both } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Sensitive, Unknown, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";
import { findReferrers } from "../../model/find-referrers.ts";
import { partsWrittenAt } from "../written-at.ts";
import type { Place } from "../written-at.ts";
import { deniesDespiteExceptions } from "./denies-despite-exceptions.ts";
import { DELETE_TABLE, deniesLedgerDeletion } from "./denies-ledger-deletion.ts";
import { guardedRegions } from "./guarded-regions.ts";
import { openServices } from "./open-services.ts";
import { parentOf } from "./organization-tree.ts";
import { itemsOf, placeOfDenial, placeOfFirst, placedStatements } from "./placed-statements.ts";
import type { PlacedStatement } from "./placed-statements.ts";
import { someStatement } from "./policy-truth.ts";

/** What has to be denied for a guardrail to hold: of each line one action. */
const GUARDRAILS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  LeaveOrganization: [["organizations:LeaveOrganization"]],
  StopTrail: [["cloudtrail:StopLogging"], ["cloudtrail:DeleteTrail"]],
  StopRecorder: [["config:StopConfigurationRecorder"], ["config:DeleteConfigurationRecorder"]],
  StopDetector: [["guardduty:DeleteDetector"], ["guardduty:UpdateDetector"]],
  DeleteKeys: [["kms:ScheduleKeyDeletion"]],
  BypassRetention: [["s3:BypassGovernanceRetention"]],
  // a gateway that cannot be attached is as good as none
  InternetGateways: [["ec2:CreateInternetGateway", "ec2:AttachInternetGateway"]],
};

const CONTENT = "/Content";

export const serviceControls: Fact = {
  name: "ServiceControls",
  types: ["AWS::Organizations::OrganizationalUnit", "AWS::Organizations::Account"],
  needs: ["Roles"],
  description:
    "What the service control policies deny that this input attaches to an account or organizational unit, or to one above it: true when it is denied on everything, if need be with named principals excepted. Regions lists the regions that they leave open, and is absent when they do not limit them; UnlistedServices the services that they leave open and that AWS does not list as HIPAA eligible.",
  fields: {
    BypassRetention: true,
    DeleteKeys: true,
    DeleteLedger: true,
    InternetGateways: true,
    LeaveOrganization: true,
    Regions: true,
    StopDetector: true,
    StopRecorder: true,
    StopTrail: true,
    UnlistedServices: true,
  },
  compute(resource, context) {
    if (resource.declared === "elsewhere") return undefined;
    const statements = controllingStatements(resource, context);
    const items = itemsOf(statements);
    const controls: Record<string, Value> = {};
    const places: Record<string, Place | undefined> = {};
    for (const [name, lines] of Object.entries(GUARDRAILS)) {
      controls[name] = toValue(denied(items, lines), items);
      places[name] = placeOf(statements, lines.flat(), (statement, action) =>
        deniesDespiteExceptions(statement, action),
      );
    }
    const deniesLedger = (statement: ValueMap): Truth => deniesLedgerDeletion(statement, context);
    controls["DeleteLedger"] = toValue(someStatement(items, deniesLedger), items);
    places["DeleteLedger"] = placeOf(statements, [DELETE_TABLE], deniesLedger);
    const { regions, place } = guardedRegions(statements);
    if (regions !== undefined) controls["Regions"] = regions;
    places["Regions"] = place ?? documentOf(statements);
    controls["UnlistedServices"] = openServices(items);
    places["UnlistedServices"] = documentOf(statements);
    partsWrittenAt(controls, places);
    return items.some(holdsSensitive) ? new Sensitive(controls) : controls;
  },
};

/** The statement that denies the actions, else one that denies them in part, else the document that denies them nowhere. */
function placeOf(
  statements: readonly PlacedStatement[],
  actions: readonly string[],
  denies: (statement: ValueMap, action: string) => Truth,
): Place | undefined {
  const found = placeOfFirst(statements, (statement) =>
    anyTruth(actions.map((action) => denies(statement, action))),
  );
  return found ?? placeOfDenial(statements, actions) ?? documentOf(statements);
}

/** The policy that is attached next to the resource. */
function documentOf([first]: readonly PlacedStatement[]): Place | undefined {
  return first === undefined ? undefined : { resource: first.place.resource, pointer: CONTENT };
}

function denied(statements: readonly Value[], lines: readonly (readonly string[])[]): Truth {
  let truth: Truth = true;
  for (const actions of lines) {
    const one = actions.map((action) =>
      someStatement(statements, (statement) => deniesDespiteExceptions(statement, action)),
    );
    truth = both(truth, anyTruth(one));
  }
  return truth;
}

function toValue(truth: Truth, statements: readonly Value[]): Value {
  if (truth !== "unknown") return truth;
  const open = statements.map((item) => plain(item)).find((item) => item instanceof Unknown);
  return open instanceof Unknown
    ? open
    : new Unknown("a part of the service control policies is known after apply");
}

/** The statements of every service control policy on the way from a unit or account to the root. */
function controllingStatements(resource: Resource, context: FactContext): readonly PlacedStatement[] {
  const statements: PlacedStatement[] = [];
  const seen = new Set<Resource>();
  let current: Resource | Unknown | undefined = resource;
  while (current !== undefined && !(current instanceof Unknown) && !seen.has(current)) {
    seen.add(current);
    statements.push(...attachedStatements(current, context));
    if (current.declared === "elsewhere" || current.type === "AWS::Organizations::Organization") break;
    current = parentOf(current, context.graph);
  }
  if (current instanceof Unknown) {
    const place = {
      resource,
      pointer: resource.type === "AWS::Organizations::Account" ? "/ParentIds" : "/ParentId",
    };
    statements.push({ item: current, place });
  }
  return statements;
}

function attachedStatements(target: Resource, { graph }: FactContext): readonly PlacedStatement[] {
  const { certain, possible } = findReferrers(graph, "AWS::Organizations::Policy", "/TargetIds", target);
  return [
    ...certain.flatMap((policy) => statementsOf(policy, undefined)),
    ...possible.flatMap((policy) =>
      statementsOf(policy, new Unknown(`${policy.address} may be attached to ${target.address}`)),
    ),
  ];
}

/** The statements of a service control policy; one unknown when it only may be one, or may be attached. */
function statementsOf(policy: Resource, open: Unknown | undefined): readonly PlacedStatement[] {
  const type = plain(propertyAt(policy, "/Type"));
  if (typeof type === "string" && type !== "SERVICE_CONTROL_POLICY") return [];
  if (open !== undefined) return [{ item: open, place: { resource: policy, pointer: "/TargetIds" } }];
  if (type instanceof Unknown) return [{ item: type, place: { resource: policy, pointer: "/Type" } }];
  return placedStatements(policy, CONTENT).map(({ item, place }) => {
    if (place.pointer !== CONTENT || !(item instanceof Unknown)) return { item, place };
    return { item: new Unknown(`the content of ${policy.address} is not known: ${item.reason}`), place };
  });
}
