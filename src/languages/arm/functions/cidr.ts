import { formatAddress, formatPrefix, parsePrefix } from "../../hcl/functions/ip-prefix.ts";
import type { IpPrefix } from "../../hcl/functions/ip-prefix.ts";
import { ArmError } from "../values/arm-error.ts";
import { ArmObject } from "../values/arm-value.ts";
import type { ArmValue } from "../values/arm-value.ts";
import { strict } from "./built-in.ts";
import type { BuiltIn, Known } from "./built-in.ts";
import { takeInteger, takeText } from "./take-argument.ts";

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-cidr */
export const CIDRS: readonly BuiltIn[] = [
  strict("parseCidr", [1], ([text]) => describe(takePrefix(text, "parseCidr"))),
  strict("cidrSubnet", [3], ([text, length, index]) => {
    const prefix = takePrefix(text, "cidrSubnet");
    const newLength = takeInteger(length, "cidrSubnet");
    const position = takeInteger(index, "cidrSubnet");
    if (newLength < prefix.length || newLength > prefix.bits || position < 0) {
      throw new ArmError("cidrSubnet takes a length that is not shorter, and an index from 0");
    }
    if (BigInt(position) >= 1n << BigInt(newLength - prefix.length)) {
      throw new ArmError(`cidrSubnet has no subnet ${String(position)} in the range`);
    }
    const size = 1n << BigInt(prefix.bits - newLength);
    return formatPrefix({ ...prefix, network: prefix.network + size * BigInt(position), length: newLength });
  }),
  strict("cidrHost", [2], ([text, index]) => {
    const prefix = takePrefix(text, "cidrHost");
    const { first, last } = usable(prefix);
    // of IPv6 the first address is usable, and is not the first host all the same
    const start = prefix.bits - prefix.length > 1 ? prefix.network + 1n : first;
    const address = start + BigInt(takeInteger(index, "cidrHost"));
    if (address < start || address > last) throw new ArmError("cidrHost has no such host in the range");
    return formatAddress(address, prefix.bits);
  }),
];

function takePrefix(value: Known | undefined, name: string): IpPrefix {
  const text = takeText(value, name);
  const prefix = parsePrefix(text.includes("/") ? text : `${text}/${String(lengthOfClass(text))}`);
  if (prefix === undefined) {
    throw new ArmError(`${name} takes a range of addresses, and gets '${text.slice(0, 60)}'`);
  }
  return prefix;
}

/** An address without a length has that of its class, as the library has it that ARM reads addresses with. */
function lengthOfClass(text: string): number {
  if (text.includes(":")) return 64;
  const first = Number(text.split(".")[0]);
  if (first < 128) return 8;
  return first < 192 ? 16 : 24;
}

/** Of IPv4 the first and the last address name the network and everybody in it, unless there are two or one. */
function usable({ network, length, bits }: IpPrefix): { readonly first: bigint; readonly last: bigint } {
  const end = network + (1n << BigInt(bits - length)) - 1n;
  return bits === 32 && length < 31 ? { first: network + 1n, last: end - 1n } : { first: network, last: end };
}

function describe(prefix: IpPrefix): ArmValue {
  const { network, length, bits } = prefix;
  const hosts = BigInt(bits - length);
  const mask = ((1n << BigInt(bits)) - 1n) ^ ((1n << hosts) - 1n);
  const { first, last } = usable(prefix);
  const text = (address: bigint): string => formatAddress(address, bits);
  return ArmObject.of([
    ["network", text(network)],
    ["netmask", text(mask)],
    ...(bits === 32 ? [["broadcast", text(network + (1n << hosts) - 1n)] as const] : []),
    ["firstUsable", text(first)],
    ["lastUsable", text(last)],
    ["cidr", length],
  ]);
}
