import { holdsSensitive, propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { both, either } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Sensitive, Unknown, isValueList, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";
import { findReferrers } from "../../model/find-referrers.ts";
import { deniesDespiteExceptions } from "./denies-despite-exceptions.ts";
import { deniesLedgerDeletion } from "./denies-ledger-deletion.ts";
import { guardedRegions } from "./guarded-regions.ts";
import { normalizePolicy } from "./normalize-policy.ts";
import { openServices } from "./open-services.ts";
import { parentOf } from "./organization-tree.ts";
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
    const controls: Record<string, Value> = {};
    for (const [name, lines] of Object.entries(GUARDRAILS)) {
      controls[name] = toValue(denied(statements, lines), statements);
    }
    controls["DeleteLedger"] = toValue(
      someStatement(statements, (statement) => deniesLedgerDeletion(statement, context)),
      statements,
    );
    const regions = guardedRegions(statements);
    if (regions !== undefined) controls["Regions"] = regions;
    controls["UnlistedServices"] = openServices(statements);
    return holdsSensitive(statements) ? new Sensitive(controls) : controls;
  },
};

function denied(statements: Value, lines: readonly (readonly string[])[]): Truth {
  let truth: Truth = true;
  for (const actions of lines) {
    let one: Truth = false;
    for (const action of actions) {
      one = either(
        one,
        someStatement(statements, (statement) => deniesDespiteExceptions(statement, action)),
      );
    }
    truth = both(truth, one);
  }
  return truth;
}

function toValue(truth: Truth, statements: Value): Value {
  if (truth !== "unknown") return truth;
  const list = plain(statements);
  const open = isValueList(list)
    ? list.map((item) => plain(item)).find((item) => item instanceof Unknown)
    : undefined;
  return open instanceof Unknown
    ? open
    : new Unknown("a part of the service control policies is known after apply");
}

/** The statements of every service control policy on the way from a unit or account to the root. */
function controllingStatements(resource: Resource, context: FactContext): readonly Value[] {
  const statements: Value[] = [];
  const seen = new Set<Resource>();
  let current: Resource | Unknown | undefined = resource;
  while (current !== undefined && !(current instanceof Unknown) && !seen.has(current)) {
    seen.add(current);
    statements.push(...attachedStatements(current, context));
    if (current.declared === "elsewhere" || current.type === "AWS::Organizations::Organization") break;
    current = parentOf(current, context.graph);
  }
  if (current instanceof Unknown) statements.push(current);
  return statements;
}

function attachedStatements(target: Resource, { graph }: FactContext): readonly Value[] {
  const { certain, possible } = findReferrers(graph, "AWS::Organizations::Policy", "/TargetIds", target);
  return [
    ...certain.flatMap((policy) => statementsOf(policy, undefined)),
    ...possible.flatMap((policy) =>
      statementsOf(policy, new Unknown(`${policy.address} may be attached to ${target.address}`)),
    ),
  ];
}

/** The statements of a service control policy; one unknown when it only may be one, or may be attached. */
function statementsOf(policy: Resource, open: Unknown | undefined): readonly Value[] {
  const type = plain(propertyAt(policy, "/Type"));
  if (typeof type === "string" && type !== "SERVICE_CONTROL_POLICY") return [];
  if (open !== undefined) return [open];
  if (type instanceof Unknown) return [type];
  const content = propertyAt(policy, "/Content");
  const statements = normalizePolicy(content);
  const list = plain(statements);
  if (list instanceof Unknown) {
    return [new Unknown(`the content of ${policy.address} is not known: ${list.reason}`)];
  }
  if (!isValueList(list)) return [];
  return statements instanceof Sensitive ? list.map((item) => new Sensitive(item)) : list;
}
