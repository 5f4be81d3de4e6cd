import { propertyAt } from "../../model/resource.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

export const sessionHours: Fact = {
  name: "SessionHours",
  types: ["AWS::SSO::PermissionSet"],
  description:
    "The hours that a session with the permission set lasts, by its SessionDuration (an ISO 8601 duration); 1 when it says nothing.",
  compute(set) {
    const duration = plain(propertyAt(set, "/SessionDuration"));
    if (duration === undefined) return 1;
    if (typeof duration !== "string") {
      return duration instanceof Unknown ? duration : new Unknown("the duration of a session is no text");
    }
    const [whole, hours = "0", minutes = "0", seconds = "0"] =
      /^PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?$/.exec(duration) ?? [];
    if (whole === undefined || whole === "PT") return new Unknown(`${duration} is no duration`);
    return Number(hours) + Number(minutes) / 60 + Number(seconds) / 3600;
  },
};
