import { NO, agreedAnswer, unknownAnswer } from "./answer.ts";
import type { Answer } from "./answer.ts";
import type { AclRules } from "./network-acl-rules.ts";
import { meetTraffic, withoutTraffic } from "./traffic.ts";
import type { Traffic } from "./traffic.ts";

/** Whether the list of a subnet lets some of these packets out. */
export function aclAllows(acls: readonly AclRules[], traffic: readonly Traffic[]): Answer {
  const answer = agreedAnswer(acls.map((acl) => allowedBy(acl, traffic)));
  if (answer.truth !== "unknown" || answer.reasons.length > 0) return answer;
  return {
    ...answer,
    reasons: [`which of ${acls.map(({ address }) => address).join(", ")} the subnet has is not known`],
  };
}

/** First what the entries that are known say together, then what those that are not could change of it. */
function allowedBy(acl: AclRules, traffic: readonly Traffic[]): Answer {
  const known = firstAllowed(acl, traffic);
  const doubtful = acl.entries.filter((entry) => !entry.certain || entry.allows === "unknown");
  const changing = doubtful.filter((entry) =>
    known.truth === true ? entry.allows !== true : entry.allows !== false,
  );
  const touching = changing.filter((entry) =>
    entry.traffic.some((part) => traffic.some((wanted) => meetTraffic(part, wanted) !== undefined)),
  );
  const reasons = [
    ...acl.open,
    ...touching.map((entry) => entry.reason ?? `what ${entry.address} does is not known`),
  ];
  return reasons.length > 0 ? { ...unknownAnswer(reasons), path: [acl.address] } : known;
}

function firstAllowed(acl: AclRules, traffic: readonly Traffic[]): Answer {
  let rest = traffic;
  for (const entry of acl.entries) {
    if (!entry.certain || entry.allows === "unknown") continue;
    const touched = entry.traffic.some((part) =>
      rest.some((wanted) => meetTraffic(part, wanted) !== undefined),
    );
    if (!touched) continue;
    if (entry.allows) return { truth: true, reasons: [], path: [entry.address], hidden: entry.hidden };
    for (const part of entry.traffic) rest = rest.flatMap((wanted) => withoutTraffic(wanted, part));
  }
  return { ...NO, path: [acl.address] };
}
