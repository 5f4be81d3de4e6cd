import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, UnknownText, isValueList, isValueMap, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { writtenText } from "../../model/written-text.ts";
import type { Fact } from "../fact.ts";

export const invokes: Fact = {
  name: "Invokes",
  types: ["AWS::Events::Rule", "AWS::Scheduler::Schedule"],
  description:
    "What the rule or schedule invokes: a reference for each target that is a resource of the input. A target that is not known is an item that is not known, unless what is written of its ARN shows that it is no function.",
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
  if (arn === undefined || isOfAnotherService(arn)) return [];
  return referencesOf(arn).length > 0 || plain(arn) instanceof Unknown ? [arn] : [];
}

/** `arn:aws:codepipeline:${AWS::Region}:…` */
function isOfAnotherService(arn: Value): boolean {
  if (!(arn instanceof UnknownText)) return false;
  const [, service] = /^arn:[^:]*:([a-z0-9-]+):/.exec(writtenText(arn)?.start ?? "") ?? [];
  return service !== undefined && service !== "lambda";
}
