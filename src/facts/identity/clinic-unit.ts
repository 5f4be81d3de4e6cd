import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, isValueList, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";
import { parentOf } from "./organization-tree.ts";

export const clinicUnit: Fact = {
  name: "ClinicUnit",
  types: ["AWS::Organizations::OrganizationalUnit", "AWS::Organizations::Organization"],
  needs: ["Roles"],
  description: "Whether an organizational unit has the role clinic, or lies below one that has.",
  compute: (resource, context) => isClinicUnit(resource, context, 0),
};

/** An organization has units at most five levels deep. */
const DEEPEST = 10;

function isClinicUnit(unit: Resource, context: FactContext, depth: number): Value {
  const roles = plain(propertyAt(unit, "/Facts/Roles"));
  if (isValueList(roles) && roles.includes("clinic")) return true;
  if (unit.type === "AWS::Organizations::Organization" || unit.address.startsWith("r-")) return false;
  if (unit.declared === "elsewhere" || depth > DEEPEST) {
    return new Unknown(
      `what ${unit.address} is for is not told; when it is a unit of clinics, write its id under roles: clinic: addresses in genoscan.yaml`,
    );
  }
  const parent = parentOf(unit, context.graph);
  return parent === undefined || parent instanceof Unknown
    ? (parent ?? false)
    : isClinicUnit(parent, context, depth + 1);
}
