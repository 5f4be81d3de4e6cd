import { propertyAt } from "../../model/resource.ts";
import { Unknown, isValueList, plain, isOfResources } from "../../model/value.ts";
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
  const items = isValueList(list) ? list : [];
  const open = [list, ...items].map((value) => plain(value)).find((value) => value instanceof Unknown);
  const named = isOfResources(actions) || items.some((item) => isNamed(item));
  if (!named) return open instanceof Unknown ? new Unknown(open.reason) : false;
  return enabled instanceof Unknown ? new Unknown(enabled.reason) : true;
}

/** An item of which nothing is known may be no item at all. */
function isNamed(item: Value): boolean {
  return !(plain(item) instanceof Unknown) || isOfResources(item);
}
