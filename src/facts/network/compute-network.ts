import { anyTruth } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, plain, isOfResources } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";

/** Where compute runs, as its own configuration says. */
export interface ComputeNetwork {
  /** Whether what it sends goes through a VPC of the customer. */
  readonly inVpc: Truth;
  /** It names no subnet and starts in the default VPC of its account. */
  readonly inDefaultVpc?: true;
  /** Whether it reaches the internet by a network that is not the customer's. */
  readonly beside: Truth;
  /** Why the two are not known. */
  readonly reasons: readonly string[];
  readonly subnets: Value | undefined;
  /** Absent: the default security group of the VPC. */
  readonly groups: Value | undefined;
  /** Whether it gets a public IPv4 address; `subnet` when its subnet decides. */
  readonly publicAddress: Truth | "subnet";
  /** Whether it gets an IPv6 address, where its subnet has some; `subnet` when its subnet decides. */
  readonly ipv6: Truth | "subnet";
}

/** A network of which nothing is known but that it is in some VPC. */
export function unknownNetwork(reason: string): ComputeNetwork {
  const unknown = new Unknown(reason);
  return {
    inVpc: true,
    beside: false,
    reasons: [],
    subnets: unknown,
    groups: unknown,
    publicAddress: "unknown",
    ipv6: "unknown",
  };
}

/** Several properties as one list; absent when all of them are. */
export function gathered(values: readonly (Value | undefined)[]): Value | undefined {
  const given = values.filter((value) => value !== undefined);
  return given.length === 0 ? undefined : given;
}

/** Whether a list of names has at least one. References to resources count, though the ids come with the apply. */
export function isGiven(value: Value | undefined): Truth {
  if (value === undefined || value === null) return false;
  if (isOfResources(value)) return true;
  const known = plain(value);
  if (known instanceof Unknown) return "unknown";
  if (!isValueList(known)) return known !== "";
  return anyTruth(known.map((item) => isGiven(item)));
}

export function isTrue(value: Value | undefined): Truth {
  const known = plain(value);
  return known instanceof Unknown ? "unknown" : known === true;
}

export function reasonsOf(value: Value | undefined): readonly string[] {
  const known = plain(value);
  if (isValueList(known)) return known.flatMap((item) => reasonsOf(item));
  return known instanceof Unknown ? [known.reason] : [];
}
