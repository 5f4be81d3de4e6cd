import { STRING } from "../values/hcl-value.ts";
import type { HclValue } from "../values/hcl-value.ts";
import { unknownFrom } from "../values/unknown-from.ts";
import { argument, textOf } from "./arguments.ts";
import type { FunctionDefinition } from "./function-definition.ts";
import { parseYaml } from "./parse-yaml.ts";
import { writeYaml } from "./write-yaml.ts";

/** YAML, read and written as Terraform does. */
export const YAML_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  yamldecode: { compute: (args) => parseYaml(textOf(argument(args, 0))) },
  yamlencode: { compute: (args) => yamlencode(argument(args, 0)), takesUnknown: true },
};

function yamlencode(value: HclValue): HclValue {
  if (value.isWhollyKnown) return writeYaml(value);
  return unknownFrom(STRING, [value], { notNull: true, mayFail: false });
}
