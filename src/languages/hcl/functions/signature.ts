import { EvaluationError } from "../values/evaluation-error.ts";
import { ANY } from "../values/hcl-value.ts";
import type { HclValue, Type } from "../values/hcl-value.ts";
import { convertArgument } from "../values/convert.ts";
import table from "./signatures.json" with { type: "json" };

/** A function as `terraform metadata functions -json` describes it. */
export interface Signature {
  readonly parameters: readonly Parameter[];
  /** Takes all further arguments. */
  readonly variadic: Parameter | undefined;
  readonly returns: Type;
}

interface Parameter {
  readonly name: string;
  readonly type: Type;
  readonly isNullable: boolean;
}

/** `"string"`, `["list", "dynamic"]`. */
type TypeText = string | readonly [string, TypeText];

interface ParameterEntry {
  readonly name: string;
  readonly type: unknown;
  readonly nullable?: boolean;
}

interface Entry {
  readonly parameters: readonly ParameterEntry[];
  readonly variadic?: ParameterEntry;
  readonly returns: unknown;
}

const ENTRIES = new Map<string, Entry>(Object.entries(table.functions));
const SIGNATURES = new Map<string, Signature>();

/** The names of all functions that Terraform has. */
export const FUNCTION_NAMES: ReadonlySet<string> = new Set(ENTRIES.keys());

/** The version of Terraform whose functions these are. */
export const TERRAFORM_VERSION = table.terraform;

export function signatureOf(name: string): Signature | undefined {
  const known = SIGNATURES.get(name);
  const entry = ENTRIES.get(name);
  if (known !== undefined || entry === undefined) return known;
  const signature = {
    parameters: entry.parameters.map(readParameter),
    variadic: entry.variadic === undefined ? undefined : readParameter(entry.variadic),
    returns: readType(entry.returns as TypeText),
  };
  SIGNATURES.set(name, signature);
  return signature;
}

/** An argument may turn out to be null where null is an error. */
export function mayBeForbiddenNull({ parameters, variadic }: Signature, args: readonly HclValue[]): boolean {
  return args.some((value, index) => {
    const isNullable = (parameters[index] ?? variadic)?.isNullable ?? false;
    return !isNullable && value.unknown?.notNull === false;
  });
}

/** The arguments in the types of their parameters. Throws `EvaluationError` when they do not fit or are too few or many. */
export function fitArguments(
  name: string,
  signature: Signature,
  args: readonly HclValue[],
): readonly HclValue[] {
  const { parameters, variadic } = signature;
  if (args.length < parameters.length) {
    const missing = parameters[args.length]?.name ?? "";
    throw new EvaluationError(
      `Function "${name}" expects ${String(parameters.length)} argument(s). Missing value for "${missing}".`,
    );
  }
  if (variadic === undefined && args.length > parameters.length) {
    throw new EvaluationError(`Function "${name}" expects only ${String(parameters.length)} argument(s).`);
  }
  return args.map((value, index) => fit(value, parameters[index] ?? variadic));
}

function fit(value: HclValue, parameter: Parameter | undefined): HclValue {
  if (parameter === undefined) return value;
  if (value.isNull && !parameter.isNullable) {
    throw new EvaluationError(`Invalid value for "${parameter.name}" parameter: argument must not be null.`);
  }
  try {
    return convertArgument(value, parameter.type);
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    throw new EvaluationError(`Invalid value for "${parameter.name}" parameter: ${error.message}.`, {
      cause: error,
    });
  }
}

function readParameter({ name, type, nullable }: ParameterEntry): Parameter {
  return { name, type: readType(type as TypeText), isNullable: nullable ?? false };
}

function readType(type: TypeText): Type {
  if (typeof type !== "string") return { kind: type[0], element: readType(type[1]) } as Type;
  return type === "dynamic" ? ANY : ({ kind: type } as Type);
}
