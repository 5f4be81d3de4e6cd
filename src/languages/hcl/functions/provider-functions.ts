import { EvaluationError } from "../values/evaluation-error.ts";
import { STRING } from "../values/hcl-value.ts";
import type { Type } from "../values/hcl-value.ts";
import { object, text } from "../values/make-value.ts";
import { objectOf } from "../values/type.ts";
import { argument, textOf } from "./arguments.ts";
import type { FunctionDefinition } from "./function-definition.ts";
import type { Signature } from "./signature.ts";

interface ProviderFunction {
  readonly signature: Signature;
  readonly definition: FunctionDefinition;
}

const PARTS = ["partition", "service", "region", "account_id", "resource"] as const;
const ARN = objectOf(new Map(PARTS.map((name) => [name, STRING])));

/**
 * The functions of hashicorp/aws, under the name that the provider mostly has. Others are not computed.
 * https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/functions/arn_parse
 */
export const PROVIDER_FUNCTIONS: ReadonlyMap<string, ProviderFunction> = new Map([
  ["provider::aws::arn_build", onTexts(PARTS, STRING, (parts) => text(["arn", ...parts].join(":")))],
  [
    "provider::aws::arn_parse",
    onTexts(["arn"], ARN, ([arn = ""]) => {
      const parts = parseArn(arn);
      return object(PARTS.map((name, index) => [name, text(parts[index] ?? "")] as const));
    }),
  ],
  ["provider::aws::trim_iam_role_path", onTexts(["arn"], STRING, ([arn = ""]) => text(withoutPath(arn)))],
]);

function onTexts(
  names: readonly string[],
  returns: Type,
  compute: (texts: readonly string[]) => ReturnType<FunctionDefinition["compute"]>,
): ProviderFunction {
  const parameters = names.map((name) => ({ name, type: STRING, isNullable: false }));
  return {
    signature: { parameters, variadic: undefined, returns },
    definition: { compute: (args) => compute(names.map((_, index) => textOf(argument(args, index)))) },
  };
}

/** What stands behind `arn:`, in the order of PARTS. */
function parseArn(arn: string): readonly string[] {
  const [prefix, ...parts] = arn.split(":");
  if (prefix !== "arn") throw new EvaluationError("arn: invalid prefix");
  if (parts.length < PARTS.length) throw new EvaluationError("arn: not enough sections");
  return [...parts.slice(0, 4), parts.slice(4).join(":")];
}

function withoutPath(arn: string): string {
  const parts = parseArn(arn);
  const [, service, , , resource = ""] = parts;
  if (service !== "iam") throw new EvaluationError(`service must be "iam"`);
  if (!resource.startsWith("role/")) throw new EvaluationError(`resource must begin with "role/"`);
  const name = resource.slice(resource.lastIndexOf("/") + 1);
  return ["arn", ...parts.slice(0, 4), `role/${name}`].join(":");
}
