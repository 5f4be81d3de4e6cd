import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { partsWrittenAt } from "../written-at.ts";
import type { Place } from "../written-at.ts";

const TERRAFORM = "/Terraform/activation_rules";
const RULES = "/properties/rules";

/** The rules of ARM that say how a role is taken: https://learn.microsoft.com/rest/api/authorization/privileged-role-policy-rest-sample */
const APPROVAL = "Approval_EndUser_Assignment";
const CONTEXT = "AuthenticationContext_EndUser_Assignment";
const ENABLEMENT = "Enablement_EndUser_Assignment";
const EXPIRATION = "Expiration_EndUser_Assignment";

export const activation: Fact = {
  name: "Activation",
  types: ["Microsoft.Authorization/roleManagementPolicies"],
  description:
    "How somebody who may take a role takes it, by activation_rules of Terraform or the rules of ARM: Approval says whether another person approves, MaximumDuration for how long it is held (an ISO 8601 duration), SecondFactor whether a second factor or an authentication context is asked for. Absent when the policy says nothing of it; what the rules of ARM leave out stays as it is, and is not known.",
  fields: { Approval: true, MaximumDuration: true, SecondFactor: true },
  compute(policy) {
    const written = plain(propertyAt(policy, TERRAFORM));
    if (written instanceof Unknown) return written;
    if (isValueMap(written)) return ofTerraform(policy, written);
    const rules = plain(propertyAt(policy, RULES));
    if (rules === undefined || rules instanceof Unknown) return rules;
    return isValueList(rules) ? ofRules(policy, rules) : undefined;
  },
};

function ofTerraform(policy: Resource, rules: ValueMap): Value {
  const place = (name: string): Place => ({ resource: policy, pointer: `${TERRAFORM}/${name}` });
  const context = rules["required_conditional_access_authentication_context"];
  const factor = rules["require_multifactor_authentication"];
  const { require_approval: approval, maximum_duration: duration } = rules;
  const parts = {
    ...(approval === undefined ? {} : { Approval: approval }),
    ...(duration === undefined ? {} : { MaximumDuration: duration }),
    SecondFactor: either(isAsked(factor), isAsked(context)),
  };
  return partsWrittenAt(parts, {
    Approval: place("require_approval"),
    MaximumDuration: place("maximum_duration"),
    SecondFactor: place("require_multifactor_authentication"),
  });
}

/** A flag that is on, or a context that is named. */
function isAsked(value: Value | undefined): boolean | Unknown {
  const known = plain(value);
  if (known instanceof Unknown) return known;
  return known !== undefined && known !== null && known !== false && known !== "";
}

function either(one: boolean | Unknown, other: boolean | Unknown): boolean | Unknown {
  if (one === true || other === true) return true;
  return one instanceof Unknown ? one : other;
}

function ofRules(policy: Resource, rules: readonly Value[]): Value {
  const setting = partOf(rules, APPROVAL, "setting");
  const approval = isValueMap(setting) ? plain(setting["isApprovalRequired"]) : setting;
  const enabled = partOf(rules, ENABLEMENT, "enabledRules");
  const context = partOf(rules, CONTEXT, "isEnabled");
  const parts = {
    Approval: approval ?? leftOut(APPROVAL),
    MaximumDuration: partOf(rules, EXPIRATION, "maximumDuration") ?? leftOut(EXPIRATION),
    SecondFactor: either(isAsked(context), secondFactor(enabled)),
  };
  const place = (id: string): Place | undefined => {
    const index = rules.findIndex((rule) => hasId(rule, id));
    return index < 0 ? undefined : { resource: policy, pointer: `${RULES}/${String(index)}` };
  };
  return partsWrittenAt(parts, {
    Approval: place(APPROVAL),
    MaximumDuration: place(EXPIRATION),
    SecondFactor: place(ENABLEMENT),
  });
}

function leftOut(id: string): Unknown {
  return new Unknown(`the policy leaves the rule ${id} as it is`);
}

function secondFactor(enabled: Value | undefined): boolean | Unknown {
  if (enabled instanceof Unknown) return enabled;
  if (!isValueList(enabled)) return leftOut(ENABLEMENT);
  if (enabled.some((word) => plain(word) === "MultiFactorAuthentication")) return true;
  return enabled.map(plain).find((word) => word instanceof Unknown) ?? false;
}

/** What a rule says, or that one that is not known may say it. */
function partOf(rules: readonly Value[], id: string, name: string): Value | undefined {
  const rule = plain(rules.find((item) => hasId(item, id)));
  if (isValueMap(rule)) return plain(rule[name]);
  return rules.map(plain).find((item) => item instanceof Unknown);
}

function hasId(item: Value, id: string): boolean {
  const rule = plain(item);
  return isValueMap(rule) && plain(rule["id"]) === id;
}
