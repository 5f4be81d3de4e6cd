import type { Expression } from "../ast.ts";
import { EvaluationError } from "../values/evaluation-error.ts";
import { ANY } from "../values/hcl-value.ts";
import type { HclValue, Type } from "../values/hcl-value.ts";
import { isPrimitive } from "../values/type.ts";
import type { Section } from "./module-config.ts";
import { readTypeConstraint } from "./type-constraint.ts";

/** What a `variable` block says of its values. */
export interface VariableType {
  readonly type: Type;
  /** Why the type is none, when it is none. */
  readonly problem: EvaluationError | undefined;
  /** A text on the command line is the value itself, and no expression. */
  readonly takesText: boolean;
  readonly isNullable: boolean;
  readonly isSensitive: boolean;
  readonly isEphemeral: boolean;
}

const KNOWN = new WeakMap<Section, VariableType>();

/** Read once for all instances of a module. */
export function variableType(
  section: Section,
  evaluateConstant: (expression: Expression) => HclValue,
): VariableType {
  const known = KNOWN.get(section);
  if (known !== undefined) return known;
  const { attributes } = section.body;
  const { type, problem } = typeOf(attributes.get("type")?.value, evaluateConstant);
  const read = {
    type,
    problem,
    takesText: !attributes.has("type") || isPrimitive(type),
    isNullable: !isFlag(attributes.get("nullable")?.value, false),
    isSensitive: isFlag(attributes.get("sensitive")?.value, true),
    isEphemeral: isFlag(attributes.get("ephemeral")?.value, true),
  };
  KNOWN.set(section, read);
  return read;
}

function typeOf(
  expression: Expression | undefined,
  evaluateConstant: (expression: Expression) => HclValue,
): Pick<VariableType, "type" | "problem"> {
  if (expression === undefined) return { type: ANY, problem: undefined };
  try {
    return { type: readTypeConstraint(expression, evaluateConstant), problem: undefined };
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    return { type: ANY, problem: error };
  }
}

/** Flags of Terraform's own blocks are constants. */
export function isFlag(expression: Expression | undefined, wanted: boolean): boolean {
  if (expression?.kind === "string") return expression.value === String(wanted);
  return expression?.kind === "boolean" && expression.value === wanted;
}
