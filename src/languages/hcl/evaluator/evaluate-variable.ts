import { parseHclExpression } from "../parse-hcl.ts";
import { convert } from "../values/convert.ts";
import { EvaluationError } from "../values/evaluation-error.ts";
import type { HclValue } from "../values/hcl-value.ts";
import { text, unknown } from "../values/make-value.ts";
import { withMarks } from "../values/marks.ts";
import { withoutOptional } from "../values/type.ts";
import { inModule } from "./instance-address.ts";
import { locate } from "./locate.ts";
import type { Section } from "./module-config.ts";
import { NO_NAMES } from "./scope.ts";
import { settle } from "./settle.ts";
import type { RootInput, Shared } from "./shared.ts";
import { variableType } from "./variable-type.ts";
import type { VariableType } from "./variable-type.ts";

interface VariablePlace {
  readonly name: string;
  /** The address of the module; empty for the root. */
  readonly module: string;
  readonly shared: Shared;
}

/** The value of a variable: what is given or else its default, in its type. */
export function evaluateVariable(
  section: Section,
  given: RootInput | undefined,
  place: VariablePlace,
): HclValue {
  const { interpreter, report } = place.shared;
  const described = variableType(section, (expression) => interpreter.evaluate(expression, NO_NAMES));
  const value = settle(
    () => {
      if (described.problem !== undefined) throw described.problem;
      return convert(valueOf(section, given, described, place), described.type);
    },
    () => locate(section.file, placeOf(section, given)),
    report,
  );
  const { isSensitive, isEphemeral } = described;
  return withMarks(value, {
    sensitive: value.marks.sensitive || isSensitive,
    ephemeral: value.marks.ephemeral || isEphemeral,
  });
}

/** Where the value stands, when it is the default; else the block. */
function placeOf({ block, body }: Section, given: RootInput | undefined): number {
  const fallback = given === undefined ? body.attributes.get("default") : undefined;
  return fallback?.value.start ?? block.start;
}

function valueOf(
  section: Section,
  given: RootInput | undefined,
  described: VariableType,
  place: VariablePlace,
): HclValue {
  const value = given === undefined ? undefined : givenValue(given, described, place);
  if (value !== undefined && !(value.isNull && !described.isNullable)) return value;
  const fallback = section.body.attributes.get("default");
  if (fallback !== undefined) return place.shared.interpreter.evaluate(fallback.value, NO_NAMES);
  const name = inModule(place.module, `var.${place.name}`);
  const hint = place.module === "" ? `; give it one with --var ${place.name}=VALUE or in a .tfvars file` : "";
  return unknown(withoutOptional(described.type), `${name} has no value${hint}`, [], {
    notNull: !described.isNullable,
  });
}

function givenValue(given: RootInput, described: VariableType, { name, shared }: VariablePlace): HclValue {
  if (given.kind === "value") return given.value;
  if (given.kind === "expression") return shared.interpreter.evaluate(given.expression, NO_NAMES);
  if (described.takesText) return text(given.text);
  const parsed = parseHclExpression(given.text, given.from);
  if (!parsed.ok) {
    throw new EvaluationError(
      `the value of ${name} from ${given.from} is no expression: ${parsed.problem.message}`,
    );
  }
  return shared.interpreter.evaluate(parsed.expression, NO_NAMES);
}
