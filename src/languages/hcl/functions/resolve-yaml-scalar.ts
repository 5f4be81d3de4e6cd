import { EvaluationError } from "../values/evaluation-error.ts";
import { HclNumber } from "../values/hcl-number.ts";
import type { HclValue } from "../values/hcl-value.ts";
import { bool, NULL, number, text } from "../values/make-value.ts";
import { formatTimestamp, parseTimestamp } from "./timestamp.ts";

const TRUE_WORDS = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/u;
const FALSE_WORDS = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/u;
const NULL_WORDS = /^(?:~|null|Null|NULL|)$/u;
const INFINITY = /^([+-]?)\.(?:inf|Inf|INF)$/u;
const INTEGER = /^(?:[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+)$/u;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/u;
const DATE =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:[Tt](\d\d?):(\d\d?):(\d\d?)(?:\.\d+)?(Z|[+-]\d\d:\d\d)| (\d\d?):(\d\d?):(\d\d?)(?:\.\d+)?)?$/u;

/** A scalar as Terraform reads it: words of YAML 1.1, numbers of 1.2, dates as timestamps of RFC 3339. */
export function resolveYamlScalar(source: string, isQuoted: boolean, tag: string | undefined): HclValue {
  switch (tag) {
    case undefined:
      return isQuoted ? text(source) : (resolvePlain(source) ?? text(source));
    case "str":
    case "binary":
      return text(source);
    case "null":
      return isQuoted ? text(source) : NULL;
    case "bool":
    case "int":
    case "float":
    case "timestamp":
      return resolveTagged(source, isQuoted, tag);
    default:
      throw new EvaluationError(`unsupported tag ${JSON.stringify(tag)}`);
  }
}

function resolveTagged(source: string, isQuoted: boolean, tag: string): HclValue {
  const value = isQuoted ? text(source) : resolvePlain(source);
  if (value === undefined) throw new EvaluationError(`cannot parse ${JSON.stringify(source)} as !!${tag}`);
  return value;
}

function resolvePlain(source: string): HclValue | undefined {
  if (NULL_WORDS.test(source)) return NULL;
  if (TRUE_WORDS.test(source)) return bool(true);
  if (FALSE_WORDS.test(source)) return bool(false);
  const infinity = INFINITY.exec(source);
  if (infinity !== null) return number(HclNumber.infinity(infinity[1] === "-"));
  if (/^\.(?:nan|NaN|NAN)$/u.test(source)) throw new EvaluationError("floating point NaN is not supported");
  return resolveDate(source) ?? resolveNumber(source);
}

function resolveDate(source: string): HclValue | undefined {
  const match = DATE.exec(source);
  if (match === null) return undefined;
  const [, year = "", month = "", day = "", hour, minute, second, zone = "Z", ...local] = match;
  const time = [hour ?? local[0] ?? "0", minute ?? local[1] ?? "0", second ?? local[2] ?? "0"];
  const pad = (digits: string) => digits.padStart(2, "0");
  try {
    return text(
      formatTimestamp(parseTimestamp(`${year}-${pad(month)}-${pad(day)}T${time.map(pad).join(":")}${zone}`)),
    );
  } catch (error) {
    if (error instanceof EvaluationError) return undefined;
    throw error;
  }
}

function resolveNumber(source: string): HclValue | undefined {
  if (/^0[ox]/u.test(source) && INTEGER.test(source)) return number(HclNumber.integer(BigInt(source), 64));
  const parsed = INTEGER.test(source) || FLOAT.test(source) ? HclNumber.parse(source) : undefined;
  return parsed === undefined ? undefined : number(parsed);
}
