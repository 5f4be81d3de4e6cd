import type { Expression } from "../expression.ts";
import type { ParameterDeclaration, Template } from "../template.ts";
import type { TypeSchema } from "../type-schema.ts";
import { parseLooseJson } from "../json/parse-loose-json.ts";
import { ArmError } from "../values/arm-error.ts";
import { AT_DEPLOYMENT, ArmObject, Open, bare, isArray, isKnown } from "../values/arm-value.ts";
import type { ArmValue, Traits } from "../values/arm-value.ts";
import { openFrom } from "../values/open-call.ts";
import { print } from "../values/print.ts";
import { conceal } from "./conceal.ts";
import { resolveType } from "./resolve-type.ts";

/** The values that a deployment gives to parameters, by their names in lower case. */
export interface GivenValues {
  readonly values: ReadonlyMap<string, ArmValue>;
  /** Why any parameter may be given, when that is not known. */
  readonly rest: Open | undefined;
}

export const NOTHING_GIVEN: GivenValues = { values: new Map(), rest: undefined };

/** What an object of parameters gives. */
export function givenBy(value: ArmValue): GivenValues {
  const inner = bare(value);
  if (inner instanceof Open) return { values: new Map(), rest: inner };
  if (!(inner instanceof ArmObject)) return NOTHING_GIVEN;
  const values = new Map<string, ArmValue>();
  for (const { key, value: given, maybe } of inner.members.values()) {
    values.set(key.toLowerCase(), maybe === true ? openFrom([given], print(given)) : given);
  }
  return { values, rest: inner.rest };
}

/**
 * The value of a parameter: what is given, else its default; null is given for the default as well. Without both it is
 * null where the type allows that, and else not known.
 */
export function parameterValue(
  declaration: ParameterDeclaration,
  template: Template,
  given: GivenValues,
  evaluate: (expression: Expression) => ArmValue,
): ArmValue {
  if (declaration.settled !== undefined) return declaration.settled;
  const type = resolveType(template, declaration.type);
  const value = asDeclared(plainValue(declaration, type, given, evaluate), declaration, type);
  return conceal(value, type, template);
}

function plainValue(
  { name, defaultValue }: ParameterDeclaration,
  type: TypeSchema,
  given: GivenValues,
  evaluate: (expression: Expression) => ArmValue,
): ArmValue {
  const value = given.values.get(name.toLowerCase());
  if (value !== undefined && bare(value) !== null) return value;
  if (value === undefined && given.rest !== undefined) {
    return new Open(given.rest.cause, `parameters('${name}')`, given.rest.reads);
  }
  if (defaultValue !== undefined) return once(evaluate(defaultValue), name);
  if (type.nullable === true) return null;
  return new Open(`the parameter ${name} has no value`, `parameters('${name}')`, [], {
    isPresent: true,
    isText: type.type === "string",
    ...choiceOf(type, evaluate),
  });
}

/** Of an array each item is one of those that are allowed. */
function choiceOf(
  { type, allowed }: TypeSchema,
  evaluate: (expression: Expression) => ArmValue,
): Pick<Traits, "oneOf"> {
  if (allowed === undefined || type === "array" || type === "object") return {};
  const choice = bare(evaluate(allowed));
  return isArray(choice) && choice.length > 0 && isKnown(choice) ? { oneOf: choice } : {};
}

/** A text for an object or array is JSON; another one makes the deployment fail. */
function asDeclared(value: ArmValue, { name }: ParameterDeclaration, { type }: TypeSchema): ArmValue {
  const text = bare(value);
  if (typeof text !== "string" || (type !== "object" && type !== "array")) return value;
  try {
    return parseLooseJson(text);
  } catch (error) {
    if (!(error instanceof ArmError)) throw error;
    return new Open(`the parameter ${name} is an ${type}, and is given a text`, `parameters('${name}')`);
  }
}

/** A time or random id of a default is made once: two parameters with the same default have two values. */
function once(value: ArmValue, name: string): ArmValue {
  const inner = bare(value);
  if (!(inner instanceof Open) || !/\b(?:newGuid|utcNow)\(/u.test(inner.expression)) return value;
  return new Open(AT_DEPLOYMENT, `parameters('${name}')`, [], inner.traits);
}
