import { Unknown } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";

/** Since version 6 hashicorp/aws takes these where the argument is not set: the opposite of what it took before. */
const SINCE_6: Readonly<Record<string, Readonly<Record<string, boolean>>>> = {
  aws_redshift_cluster: { encrypted: true, publicly_accessible: false },
};

/**
 * The attributes with the defaults of the provider's versions that can be installed. `majors` are their first numbers,
 * none for another provider; `isSet` says whether an argument is written.
 */
export function withChangedDefaults(
  type: string,
  attributes: ValueMap,
  majors: readonly number[],
  isSet: (name: string) => boolean,
): ValueMap {
  const changed = Object.hasOwn(SINCE_6, type) ? SINCE_6[type] : undefined;
  if (changed === undefined || majors.every((major) => major < 6)) return attributes;
  const hasOlder = majors.some((major) => major < 6);
  const defaults = Object.entries(changed)
    .filter(([name]) => !isSet(name))
    .map(([name, since]): [string, Value] => [name, hasOlder ? eitherOf(name, since) : since]);
  return { ...attributes, ...Object.fromEntries(defaults) };
}

function eitherOf(name: string, since: boolean): Unknown {
  return new Unknown(
    `${name} is not set, and version 6 of the AWS provider takes ${String(since)}, older ones ${String(!since)}; set it, or pin the version`,
  );
}
