import { resolveType } from "../../languages/arm/evaluator/resolve-type.ts";
import type { ResourceInstance } from "../../languages/arm/evaluator/resource-instance.ts";
import { evaluateDefault } from "../../languages/arm/expand-template.ts";
import type { Expression, Written } from "../../languages/arm/expression.ts";
import type { ParameterDeclaration, Template } from "../../languages/arm/template.ts";
import { ArmObject, Open, bare, isArray } from "../../languages/arm/values/arm-value.ts";
import type { ArmValue } from "../../languages/arm/values/arm-value.ts";
import { Unknown } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";

/** A parameter as rules see it: its value belongs to the resources that it goes into. */
export interface DescribedParameter {
  readonly value: Value;
  readonly attribute: string;
  readonly written: Written;
}

/**
 * The parameters of a template, and of those that it deploys: Azure keeps each deployment with its own parameters. A
 * template that is deployed several times is described once.
 */
export function describeParameters(
  template: Template,
  resources: readonly ResourceInstance[],
): readonly DescribedParameter[] {
  const described = parametersOf(template, undefined);
  const seen = new Set([keyOf(template)]);
  for (const resource of resources) {
    const { nested, address, declaration } = resource;
    if (nested === undefined) continue;
    if (nested instanceof Open) {
      const value = new Unknown(`the parameters of ${address} are not known: ${nested.cause}`);
      described.push({ value, attribute: address, written: declaration });
      continue;
    }
    const key = keyOf(nested.template);
    if (seen.has(key)) continue;
    seen.add(key);
    described.push(...parametersOf(nested.template, address));
  }
  return described;
}

function keyOf({ source, start }: Template): string {
  return `${source.path} ${String(start)}`;
}

function parametersOf(template: Template, module: string | undefined): DescribedParameter[] {
  const declared = [...template.parameters.values()].filter(({ settled }) => settled === undefined);
  return declared.map((parameter) => ({
    value: describe(template, parameter, module),
    attribute: `${module === undefined ? "" : `${module}.`}parameters.${parameter.name}`,
    written: parameter,
  }));
}

function describe(template: Template, parameter: ParameterDeclaration, module: string | undefined): Value {
  const { type, secure } = resolveType(template, parameter.type);
  return {
    Name: parameter.name,
    Type: type,
    Secure: secure === true,
    Default: describeDefault(template, parameter, secure === true),
    ...(module === undefined ? {} : { Module: module }),
  };
}

/** What stands in the file as the default: a text, nothing, or something that is made at deployment. */
function describeDefault(template: Template, parameter: ParameterDeclaration, isSecure: boolean): string {
  const { defaultValue } = parameter;
  if (defaultValue === undefined) return "none";
  if (holdsText(defaultValue)) return "text";
  // a secret may be written into a variable, or in pieces
  const isMade = isSecure && !isPlain(defaultValue);
  return isMade && holdsKnownText(evaluateDefault(template, parameter)) ? "text" : "other";
}

function isPlain({ kind }: Expression): boolean {
  return kind === "literal" || kind === "unsettled";
}

/** True for a text that is written out, and not empty, and for what holds one. */
function holdsText(expression: Expression): boolean {
  switch (expression.kind) {
    case "literal":
      return typeof expression.value === "string" && expression.value !== "";
    case "array":
      return expression.items.some((item) => item.kind !== "spread" && holdsText(item));
    case "object":
      return expression.members.some((member) => holdsText(member.value));
    default:
      return false;
  }
}

function holdsKnownText(value: ArmValue): boolean {
  const inner = bare(value);
  if (typeof inner === "string") return inner !== "";
  if (isArray(inner)) return inner.some(holdsKnownText);
  if (!(inner instanceof ArmObject)) return false;
  for (const member of inner.members.values()) if (holdsKnownText(member.value)) return true;
  return false;
}
