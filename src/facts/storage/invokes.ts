import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, isValueList, isValueMap, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

export const invokes: Fact = {
  name: "Invokes",
  types: ["AWS::Events::Rule", "AWS::Scheduler::Schedule"],
  description:
    "What the rule or schedule invokes: a reference for each target that is a resource of the input.",
  compute: (schedule) => targetsOf(schedule),
};

function targetsOf(schedule: Resource): Value {
  if (schedule.type === "AWS::Scheduler::Schedule") return named(propertyAt(schedule, "/Target/Arn"));
  const targets = propertyAt(schedule, "/Targets");
  const known = plain(targets);
  if (known instanceof Unknown) return [known];
  if (!isValueList(known)) return [];
  return known.flatMap((item) => {
    const target = plain(item);
    if (target instanceof Unknown) return [target];
    return isValueMap(target) ? named(target["Arn"]) : [];
  });
}

function named(arn: Value | undefined): readonly Value[] {
  if (arn === undefined) return [];
  return referencesOf(arn).length > 0 || plain(arn) instanceof Unknown ? [arn] : [];
}
