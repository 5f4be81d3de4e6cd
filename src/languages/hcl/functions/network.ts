import { EvaluationError } from "../values/evaluation-error.ts";
import { STRING } from "../values/hcl-value.ts";
import type { HclValue } from "../values/hcl-value.ts";
import { list, text, unknown } from "../values/make-value.ts";
import { argument, bigIntegerOf, integerOf, textOf } from "./arguments.ts";
import type { FunctionDefinition } from "./function-definition.ts";
import { formatAddress, formatPrefix, parsePrefix } from "./ip-prefix.ts";
import type { IpPrefix } from "./ip-prefix.ts";

/** Functions over address ranges. */
export const NETWORK_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  cidrhost: { compute: cidrhost },
  cidrnetmask: { compute: cidrnetmask },
  cidrsubnet: { compute: cidrsubnet },
  cidrsubnets: { compute: cidrsubnets },
};

function readPrefix(value: HclValue): IpPrefix {
  const source = textOf(value);
  const prefix = parsePrefix(source);
  if (prefix === undefined) {
    throw new EvaluationError(`invalid CIDR expression: invalid CIDR address: ${source.slice(0, 60)}`);
  }
  return prefix;
}

function cidrhost(args: readonly HclValue[]): HclValue {
  const { network, length, bits } = readPrefix(argument(args, 0));
  if (isMapped(network, bits)) return unknown(STRING, "cidrhost of an IPv4 address in IPv6 is not computed");
  const host = bigIntegerOf(argument(args, 1));
  const count = 1n << BigInt(bits - length);
  // a negative number counts from the end
  const place = host < 0n ? count + host : host;
  if (place < 0n || place >= count) {
    throw new EvaluationError(
      `prefix of ${String(length)} does not accommodate a host numbered ${String(host)}`,
    );
  }
  return text(formatAddress(network + place, bits));
}

/** `::ffff:10.0.0.0`, for which Terraform has answers of its own. */
function isMapped(network: bigint, bits: number): boolean {
  return bits === 128 && network >> 32n === 0xffffn;
}

function cidrnetmask(args: readonly HclValue[]): HclValue {
  const { length, bits } = readPrefix(argument(args, 0));
  if (bits !== 32) {
    throw new EvaluationError(`IPv6 addresses cannot have a netmask: ${textOf(argument(args, 0))}`);
  }
  return text(formatAddress((0xffffffffn << BigInt(32 - length)) & 0xffffffffn, 32));
}

function cidrsubnet(args: readonly HclValue[]): HclValue {
  const { network, length, bits } = readPrefix(argument(args, 0));
  const newBits = integerOf(argument(args, 1));
  const subnet = bigIntegerOf(argument(args, 2));
  if (newBits < 0 || subnet < 0n) return unknown(STRING, "cidrsubnet of a negative number is not computed");
  if (length + newBits > bits) {
    throw new EvaluationError(
      `insufficient address space to extend prefix of ${String(length)} by ${String(newBits)}`,
    );
  }
  if (subnet >= 1n << BigInt(newBits)) {
    throw new EvaluationError(
      `prefix extension of ${String(newBits)} does not accommodate a subnet numbered ${String(subnet)}`,
    );
  }
  const extended = length + newBits;
  return text(
    formatPrefix({ network: network + (subnet << BigInt(bits - extended)), length: extended, bits }),
  );
}

function cidrsubnets(args: readonly HclValue[]): HclValue {
  const { network, length, bits } = readPrefix(argument(args, 0));
  const end = network + (1n << BigInt(bits - length));
  let next = network;
  const subnets: HclValue[] = [];
  for (const extension of args.slice(1).map(integerOf)) {
    if (extension < 1) throw new EvaluationError("must extend prefix by at least one bit");
    if (extension > 32) throw new EvaluationError("may not extend prefix by more than 32 bits");
    const extended = length + extension;
    if (extended > bits) {
      throw new EvaluationError(`would extend prefix to ${String(extended)} bits, which is too long`);
    }
    const size = 1n << BigInt(bits - extended);
    // a larger subnet begins at the next multiple of its size
    const start = ((next + size - 1n) / size) * size;
    // Terraform takes an address of zeros for the end of all addresses
    if (start + size > end || start === 0n) {
      throw new EvaluationError(
        `not enough remaining address space for a subnet with a prefix of ${String(extended)} bits`,
      );
    }
    subnets.push(text(formatPrefix({ network: start, length: extended, bits })));
    next = start + size;
  }
  return list(STRING, subnets);
}
