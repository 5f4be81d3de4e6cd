import { propertyAt } from "../../model/resource.ts";
import { Unknown, isValueList, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

export const alarmActions: Fact = {
  name: "Actions",
  types: ["AWS::CloudWatch::Alarm"],
  description:
    "Whether the alarm does something when it goes off (Alarm), and when its metric has no data (InsufficientData): it names an action, even one whose ARN is known after apply, and its actions are not switched off.",
  fields: { Alarm: true, InsufficientData: true },
  compute(alarm) {
    const enabled = plain(propertyAt(alarm, "/ActionsEnabled")) ?? true;
    return {
      Alarm: acts(enabled, propertyAt(alarm, "/AlarmActions")),
      InsufficientData: acts(enabled, propertyAt(alarm, "/InsufficientDataActions")),
    };
  },
};

function acts(enabled: Value, actions: Value | undefined): Value {
  if (enabled === false || actions === undefined) return false;
  const list = plain(actions);
  const named = referencesOf(actions).length > 0 || (isValueList(list) && list.length > 0);
  if (list instanceof Unknown && !named) return new Unknown(list.reason);
  if (!named) return false;
  return enabled instanceof Unknown ? new Unknown(enabled.reason) : true;
}
