import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, UnknownText, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { partsWrittenAt } from "../written-at.ts";
import { scopeLevel } from "./scope-level.ts";

/** Roles that give others rights, or everything: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles */
const BUILT_IN: ReadonlyMap<string, string> = new Map([
  ["00482a5a-887f-4fb3-b363-3b7fe8e74483", "Key Vault Administrator"],
  ["14b46e9e-c2b7-41b4-b07b-48a6ebf60603", "Key Vault Crypto Officer"],
  ["18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", "User Access Administrator"],
  ["8b54135c-b56d-4d72-a534-26097cfdc8d8", "Key Vault Data Access Administrator"],
  ["8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "Owner"],
  ["acdd72a7-3385-48ef-bd42-f606fba81ae7", "Reader"],
  ["b24988ac-6180-42a0-ab88-20f7382dd24c", "Contributor"],
  ["f58310d9-a9f6-439a-9e8d-f62e7b41a168", "Role Based Access Control Administrator"],
]);

const ROLE_ID = "/properties/roleDefinitionId";
const PRINCIPAL_TYPE = "/properties/principalType";
const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

/** What of Terraform's Entra provider is no program. */
const PEOPLE = new Set(["azuread_group", "azuread_user"]);

export const role: Fact = {
  name: "Role",
  types: [
    "Microsoft.Authorization/roleAssignments",
    "Microsoft.Authorization/roleAssignmentScheduleRequests",
    "Microsoft.Authorization/roleEligibilityScheduleRequests",
  ],
  description:
    "The role that is assigned. Name is the name of a built-in role that gives rights or everything (Owner, Contributor, User Access Administrator, Role Based Access Control Administrator) or governs keys (Key Vault Administrator, Key Vault Crypto Officer, Key Vault Data Access Administrator), the name that the input gives it, or else its id; Level says for how much: tenant, management-group, subscription, resource-group or resource; Principal says to whom: User, Group or ServicePrincipal, which managed identities are too.",
  fields: { Level: true, Name: true, Principal: true },
  compute(assignment, { graph }) {
    const assigned = {
      Level: scopeLevel(graph, assignment),
      Name: nameOf(graph, assignment),
      Principal: principalOf(graph, assignment),
    };
    return partsWrittenAt(assigned, {
      Name: { resource: assignment, pointer: ROLE_ID },
      Principal: { resource: assignment, pointer: PRINCIPAL_TYPE },
    });
  },
};

function nameOf(graph: ResourceGraph, assignment: Resource): Value {
  const written = propertyAt(assignment, "/Terraform/role_definition_name");
  if (typeof plain(written) === "string") return plain(written) ?? "";
  const id = propertyAt(assignment, ROLE_ID);
  const text = endOf(id);
  const guid = text === undefined ? undefined : GUID.exec(text)?.[0].toLowerCase();
  if (guid !== undefined) return BUILT_IN.get(guid) ?? guid;
  const named = referencesOf(id ?? written).map(({ target }) => nameOfDefinition(graph, target));
  const [only, ...more] = named;
  if (only !== undefined && more.length === 0) return only;
  const open = plain(id ?? written);
  return open instanceof Unknown ? open : new Unknown("the input does not say which role it is");
}

/** The end of an id, which is known although the subscription is not. */
function endOf(id: Value | undefined): string | undefined {
  const known = id instanceof UnknownText ? id : plain(id);
  const end = known instanceof UnknownText ? plain(known.pieces.at(-1)) : known;
  return typeof end === "string" ? end : undefined;
}

function nameOfDefinition(graph: ResourceGraph, target: string): Value {
  const definition = graph.get(target);
  if (definition === undefined) return new Unknown(`${target} is not declared in this input`);
  const guid = GUID.exec(definition.name ?? "")?.[0].toLowerCase();
  if (guid !== undefined && BUILT_IN.has(guid)) return BUILT_IN.get(guid) ?? guid;
  const own = plain(propertyAt(definition, "/properties/roleName"));
  return own ?? definition.name ?? new Unknown(`${definition.address} has no name`);
}

function principalOf(graph: ResourceGraph, assignment: Resource): Value {
  const type = plain(propertyAt(assignment, PRINCIPAL_TYPE));
  if (typeof type === "string") return type;
  const named = referencesOf(propertyAt(assignment, "/properties/principalId"));
  const kinds = new Set(
    named.map(({ target }) => {
      const found = graph.get(target)?.type;
      if (found === undefined) return undefined;
      return PEOPLE.has(found) ? (found === "azuread_group" ? "Group" : "User") : "ServicePrincipal";
    }),
  );
  const [only, ...more] = kinds;
  if (only !== undefined && more.length === 0) return only;
  return new Unknown(
    "the input does not say whether it is a person, a group or a program; set the type of the principal",
  );
}
