import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

/** https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-parameter-groups.html */
const DEFAULTS: ReadonlyMap<string, boolean> = new Map([
  ["redshift-1.0", false],
  ["redshift-2.0", true],
]);

export const requireSsl: Fact = {
  name: "RequireSsl",
  types: ["AWS::Redshift::ClusterParameterGroup"],
  description:
    "Whether clusters with the parameter group take connections with TLS only: require_ssl as the group sets it, else the default of its family. Of the default groups it is told by their names.",
  compute: (group) => (group.declared === "elsewhere" ? ofDefaultGroup(group) : ofGroup(group)),
};

function ofDefaultGroup({ address, identifiers }: Resource): Value {
  for (const identifier of identifiers) {
    const value = identifier.startsWith("default.")
      ? DEFAULTS.get(identifier.slice("default.".length))
      : undefined;
    if (value !== undefined) return value;
  }
  return new Unknown(`the parameter group ${address} is not declared in this input`);
}

function ofGroup(group: Resource): Value {
  const parameters = plain(propertyAt(group, "/Parameters"));
  if (parameters instanceof Unknown) return parameters;
  for (const item of isValueList(parameters) ? parameters : []) {
    const parameter = plain(item);
    if (!isValueMap(parameter)) return new Unknown("a parameter of the group is not known");
    const name = plain(parameter["ParameterName"]);
    if (name instanceof Unknown) return name;
    if (name === "require_ssl") return isTrue(parameter["ParameterValue"]);
  }
  const family = plain(propertyAt(group, "/ParameterGroupFamily"));
  if (family instanceof Unknown) return family;
  const value = typeof family === "string" ? DEFAULTS.get(family) : undefined;
  return value ?? new Unknown("what the family of the group takes for require_ssl is not known");
}

function isTrue(value: Value | undefined): Value {
  const known = plain(value);
  return known instanceof Unknown ? known : known === true || known === "true";
}
