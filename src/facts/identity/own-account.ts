import { UnknownPlace, UnknownText, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";

/** True when a principal is the account of the deployment itself, `…:root` or by its number, whatever that is. */
export function isOwnAccount(principal: Value): boolean {
  const known = plain(principal);
  if (isAccount(known)) return true;
  if (!(known instanceof UnknownText)) return false;
  const [before, account, after, ...more] = known.pieces;
  return (
    more.length === 0 &&
    typeof before === "string" &&
    /^arn:[^:]*:iam::$/.test(before) &&
    isAccount(account) &&
    after === ":root"
  );
}

function isAccount(value: Value | undefined): boolean {
  return value instanceof UnknownPlace && value.part === "account";
}
