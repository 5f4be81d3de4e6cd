import { propertyAt } from "../../model/resource.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { childrenOf } from "./children-of.ts";

const MACHINE = "Microsoft.Compute/virtualMachines";
const KINDS = new Set(["azurediskencryption", "azurediskencryptionforlinux"]);

export const guestEncryption: Fact = {
  name: "GuestEncryption",
  types: [MACHINE],
  description:
    "Whether an extension of the input encrypts the disks from inside of the machine (Azure Disk Encryption, with BitLocker or DM-Crypt).",
  compute(machine, { graph }) {
    const { certain, possible } = childrenOf(graph, machine, `${MACHINE}/extensions`);
    const kinds = certain.map((extension) => plain(propertyAt(extension, "/properties/type")));
    if (kinds.some((kind) => isEncryption(kind))) return true;
    const maybe = possible.find((extension) => {
      const kind = plain(propertyAt(extension, "/properties/type"));
      return kind instanceof Unknown || isEncryption(kind);
    });
    if (maybe !== undefined) return new Unknown(`${maybe.address} may encrypt its disks`);
    return kinds.find((kind) => kind instanceof Unknown) ?? false;
  },
};

function isEncryption(kind: unknown): boolean {
  return typeof kind === "string" && KINDS.has(kind.toLowerCase());
}
