import { STRING } from "../values/hcl-value.ts";
import { unknown } from "../values/make-value.ts";
import type { FunctionDefinition } from "./function-definition.ts";

/** Functions that are known only when Terraform runs, or whose text is nothing that a rule could read. */
export const UNDECIDED_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  timestamp: undecided("timestamp() is the time when Terraform runs"),
  plantimestamp: undecided("plantimestamp() is the time when Terraform runs"),
  uuid: undecided("uuid() is another one each time"),
  bcrypt: undecided("bcrypt() has another salt each time", true),
  rsadecrypt: undecided("rsadecrypt() is not computed: a secret", true),
  base64gzip: undecided("base64gzip() is not computed: the bytes depend on who compresses"),
};

function undecided(reason: string, mayFail = false): FunctionDefinition {
  return { compute: () => unknown(STRING, reason, [], { notNull: true, mayFail }), isTotal: !mayFail };
}
