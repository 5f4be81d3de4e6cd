import { propertyAt } from "../../model/resource.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

const ACCOUNT = "AWS::Organizations::Account";

export const sharedEmail: Fact = {
  name: "SharedEmail",
  types: [ACCOUNT],
  description:
    "The other accounts of the input that have the same address of electronic mail, letter case aside, by their addresses in the input; one that may have it is an item that is not known.",
  compute(account, { graph }) {
    const own = plain(propertyAt(account, "/Email"));
    if (own instanceof Unknown) return own;
    return graph.ofType(ACCOUNT).flatMap((other): readonly Value[] => {
      if (other === account || other.declared === "elsewhere") return [];
      const email = plain(propertyAt(other, "/Email"));
      if (email instanceof Unknown) {
        return [new Unknown(`the electronic mail of ${other.address} is not known`)];
      }
      return isSame(own, email) ? [other.address] : [];
    });
  },
};

function isSame(one: Value | undefined, other: Value | undefined): boolean {
  return typeof one === "string" && typeof other === "string" && one.toLowerCase() === other.toLowerCase();
}
