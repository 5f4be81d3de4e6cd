import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { both, either, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, plain, referencesOf } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

export const readReplica: Fact = {
  name: "ReadReplica",
  types: ["AWS::RDS::DBInstance"],
  description:
    "Whether the instance is a read replica: it names a source, and not to be restored from it to a point in time.",
  compute(instance) {
    if (instance.declared === "elsewhere") return undefined;
    const source = either(
      isSet(instance, "/SourceDBInstanceIdentifier"),
      isSet(instance, "/SourceDBClusterIdentifier"),
    );
    const restored = either(isSet(instance, "/RestoreTime"), isSet(instance, "/UseLatestRestorableTime"));
    const truth = both(source, negate(restored));
    return truth === "unknown" ? new Unknown("whether it is a read replica is not known") : truth;
  },
};

function isSet(instance: Resource, pointer: string): Truth {
  const value = propertyAt(instance, pointer);
  const known = plain(value);
  if (known instanceof Unknown) return referencesOf(value).length > 0 ? true : "unknown";
  return known !== undefined && known !== false;
}
