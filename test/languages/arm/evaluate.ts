import { expandTemplate } from "../../../src/languages/arm/expand-template.ts";
import { unknownPlace } from "../../../src/languages/arm/evaluator/place.ts";
import { parseArmJson } from "../../../src/languages/arm/json/parse-arm-json.ts";
import { readTemplate } from "../../../src/languages/arm/json/read-template.ts";
import { SourceText } from "../../../src/languages/arm/source-text.ts";
import type { Template, TemplateProblem } from "../../../src/languages/arm/template.ts";
import { ArmObject, Open, Secure, isArray } from "../../../src/languages/arm/values/arm-value.ts";
import type { ArmValue } from "../../../src/languages/arm/values/arm-value.ts";
import { print } from "../../../src/languages/arm/values/print.ts";
import { fromJson } from "../../../src/languages/arm/values/json.ts";
import type { ExpandedTemplate } from "../../../src/languages/arm/expand-template.ts";

/** A template as JSON says it; what it links to is not there. */
function templateOf(json: object): Template {
  const source = new SourceText("main.json", JSON.stringify(json));
  return readTemplate(parseArmJson(source.text), source, () => ({
    code: "arm-linked-template",
    missing: "no",
  }));
}

function expand(json: object, given: Readonly<Record<string, unknown>> = {}): ExpandedTemplate {
  const values = Object.entries(given).map(([name, value]) => [name.toLowerCase(), fromJson(value)] as const);
  return expandTemplate(templateOf(json), { place: unknownPlace("resourceGroup"), given: new Map(values) });
}

export interface Evaluated {
  readonly value: unknown;
  readonly problems: readonly TemplateProblem[];
}

/** The value of an expression, with parameters that have no value (`open…`), or the defaults that are given. */
export function evaluate(expression: string, parameters: Readonly<Record<string, unknown>> = {}): Evaluated {
  const declared = Object.entries(parameters).map(([name, defaultValue]) => [
    name,
    { type: "object", defaultValue },
  ]);
  const expanded = expand({
    parameters: {
      openString: { type: "string" },
      openInt: { type: "int" },
      openBool: { type: "bool" },
      openArray: { type: "array" },
      openObject: { type: "object" },
      openNullable: { type: "object", nullable: true, defaultValue: "[reference('elsewhere').x]" },
      secret: { type: "secureString", defaultValue: "hunter2" },
      ...(Object.fromEntries(declared) as object),
    },
    resources: [],
    outputs: { x: { type: "object", value: `[${expression}]` } },
  });
  const value = show(expanded.root.output("x") ?? null);
  return { value, problems: expanded.problems() };
}

/** A value as JSON; what is not known is `{open: expression}`. */
function show(value: ArmValue): unknown {
  if (value instanceof Secure) return { secure: show(value.value) };
  if (value instanceof Open) return { open: print(value) };
  if (isArray(value)) return value.map(show);
  if (!(value instanceof ArmObject)) return value;
  const members = [...value.members.values()].map(({ key, value: held, maybe }) => [
    maybe === true ? `${key}?` : key,
    show(held),
  ]);
  const shown = Object.fromEntries(members) as Record<string, unknown>;
  return value.rest === undefined ? shown : { ...shown, "...": print(value.rest) };
}
