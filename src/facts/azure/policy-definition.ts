import { joinPointer } from "../../model/pointer.ts";
import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { partsWrittenAt } from "../written-at.ts";
import type { Place } from "../written-at.ts";
import { scopeLevel } from "./scope-level.ts";

const PARAMETERS = "/properties/parameters";

export const policyDefinition: Fact = {
  name: "Policy",
  types: ["Microsoft.Authorization/policyAssignments"],
  description:
    "What a policy assignment assigns. Id is the last part of the id of the policy or initiative, in lower case; Level says for how much, as in Role; Disabled holds the names of the parameters that switch the effect of a policy off.",
  fields: { Disabled: true, Id: true, Level: true },
  compute: (assignment, { graph }) => ({
    Disabled: disabledEffects(assignment),
    Id: idOf(assignment),
    Level: scopeLevel(graph, assignment),
  }),
};

function idOf(assignment: Resource): Value {
  const id = plain(propertyAt(assignment, "/properties/policyDefinitionId"));
  if (typeof id === "string") return (id.split("/").at(-1) ?? id).toLowerCase();
  return id instanceof Unknown ? id : new Unknown("the input does not say which policy it is");
}

function disabledEffects(assignment: Resource): Value {
  const parameters = plain(propertyAt(assignment, PARAMETERS));
  if (parameters instanceof Unknown) return [parameters];
  if (!isValueMap(parameters)) return [];
  const places: Record<string, Place> = {};
  const disabled: Value[] = [];
  for (const [name, part] of Object.entries(parameters)) {
    const parameter = plain(part);
    const set = isValueMap(parameter) ? plain(parameter["value"]) : parameter;
    if (set instanceof Unknown) disabled.push(set);
    if (typeof set !== "string" || set.toLowerCase() !== "disabled") continue;
    places[String(disabled.length)] = { resource: assignment, pointer: joinPointer(PARAMETERS, name) };
    disabled.push(name);
  }
  return partsWrittenAt(disabled, places);
}
