import { didYouMean } from "../model/did-you-mean.ts";
import { ConfigError } from "../model/errors.ts";
import type { ConfigErrorCode, Problem } from "../model/errors.ts";
import type { Location } from "../model/location.ts";
import type { Value } from "../model/value.ts";
import { compileSchema, describeSchema } from "./compile-schema.ts";
import type { ParametersDocument } from "./parameters-document.ts";

export type ParameterValues = Readonly<Record<string, unknown>>;

/**
 * The value of every declared parameter: what the site sets, else the default; derived ones follow. Throws a ConfigError
 * with all that is wrong with `overrides`. `locate` says where a site has written the value.
 */
export function bindParameters(
  declared: ParametersDocument,
  overrides: ParameterValues = {},
  locate: (name: string) => Location | undefined = () => undefined,
): ParameterValues {
  const problems: Problem<ConfigErrorCode>[] = [];
  for (const [name, value] of Object.entries(overrides)) {
    const found = findProblem(declared, name, value);
    const location = locate(name);
    if (found !== undefined) problems.push(location === undefined ? found : { ...found, location });
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.fromEntries(Object.keys(declared).map((name) => [name, valueOf(declared, name, overrides)]));
}

function findProblem(
  declared: ParametersDocument,
  name: string,
  value: unknown,
): Problem<ConfigErrorCode> | undefined {
  const parameter = Object.hasOwn(declared, name) ? declared[name] : undefined;
  if (parameter === undefined) {
    const settable = Object.keys(declared).filter((known) => "default" in (declared[known] ?? {}));
    return {
      code: "config-unknown-parameter",
      message: `there is no parameter "${name}"${didYouMean(name, settable)}`,
    };
  }
  if ("derived" in parameter) {
    const { from } = parameter.derived;
    return {
      code: "config-invalid-parameter",
      message: `the parameter "${name}" follows from "${from}"; set that one`,
    };
  }
  if (compileSchema(parameter.schema)(value as Value) === true) return undefined;
  const written = JSON.stringify(value) ?? "nothing";
  return {
    code: "config-invalid-parameter",
    message: `the parameter "${name}" must be ${describeSchema(parameter.schema)}, not ${shorten(written)}`,
  };
}

function valueOf(declared: ParametersDocument, name: string, overrides: ParameterValues): unknown {
  const parameter = Object.hasOwn(declared, name) ? declared[name] : undefined;
  if (parameter === undefined) throw new Error(`there is no parameter "${name}"`);
  if ("default" in parameter) return Object.hasOwn(overrides, name) ? overrides[name] : parameter.default;
  const { from, times, round } = parameter.derived;
  const product = Number(valueOf(declared, from, overrides)) * times;
  return round === "down" ? Math.floor(product) : Math.ceil(product);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
