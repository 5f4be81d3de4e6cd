import { ConfigError } from "../../model/errors.ts";
import { joinPointer } from "../../model/pointer.ts";
import type { PointerTokens } from "../../model/pointer.ts";
import { bindParameters } from "../parameters.ts";
import { checkTypes } from "./ground.ts";
import { isObject } from "../../model/is-object.ts";
import type { RuleContext } from "./rule-context.ts";
import type { RuleReport } from "./rule-report.ts";
import { ITEM, describeUnknownPointer } from "./vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

type Part = Readonly<Record<string, unknown>>;

/** Checks what the examples name: addresses, types, properties and parameters. Their verdicts are for the tests. */
export function checkExamples(context: RuleContext, report: RuleReport, examples: unknown): void {
  for (const [example, place] of partsOf(examples, "/examples")) {
    checkExampleParameters(context, report, example["params"], `${place}/params`);
    if (example["closed"] !== "all") checkTypes(context, report, example["closed"], `${place}/closed`);
    const resources = partsOf(example["resources"], `${place}/resources`);
    checkAddresses(report, resources, example["of"], place);
    for (const [resource, written] of resources) checkResource(context, report, resource, written);
  }
}

/** The objects of a list with their places; what is no object is told by the schema. */
function partsOf(list: unknown, place: string): readonly (readonly [Part, string])[] {
  const items: readonly unknown[] = Array.isArray(list) ? list : [];
  return items.flatMap((item, index) => (isObject(item) ? [[item, joinPointer(place, index)] as const] : []));
}

function checkExampleParameters(
  context: RuleContext,
  report: RuleReport,
  params: unknown,
  place: string,
): void {
  for (const [name, value] of Object.entries(isObject(params) ? params : {})) {
    try {
      bindParameters(context.parameters, { [name]: value });
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      const [problem] = error.problems;
      const code = problem?.code === "config-unknown-parameter" ? "rule-unknown-parameter" : "rule-invalid";
      report.value(code, joinPointer(place, name), problem?.message ?? error.message);
    }
  }
}

function checkAddresses(
  report: RuleReport,
  resources: readonly (readonly [Part, string])[],
  of: unknown,
  place: string,
): void {
  const addresses = new Set<unknown>();
  for (const [{ address }, written] of resources) {
    if (addresses.has(address)) {
      report.value(
        "rule-invalid",
        `${written}/address`,
        `two resources have the address ${JSON.stringify(address)}`,
      );
    }
    addresses.add(address);
  }
  if (typeof of === "string" && !addresses.has(of)) {
    report.value("rule-invalid", `${place}/of`, `no resource of the example has the address "${of}"`);
  }
}

function checkResource(context: RuleContext, report: RuleReport, resource: Part, place: string): void {
  const { type, properties } = resource;
  const { knownTypes } = context;
  checkTypes(context, report, type, `${place}/type`);
  if (typeof type !== "string" || knownTypes === undefined) return;
  checkProperties({ report, knownTypes, type }, properties, [], `${place}/properties`);
}

interface PropertyContext {
  readonly report: RuleReport;
  readonly knownTypes: Vocabulary;
  readonly type: string;
}

/** A misspelt property would make the example state something else than it says. */
function checkProperties(
  context: PropertyContext,
  value: unknown,
  tokens: PointerTokens,
  place: string,
): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      checkProperties(context, item, [...tokens, ITEM], joinPointer(place, index));
    }
    return;
  }
  if (!isObject(value)) return;
  if (Object.keys(value).some((key) => key.startsWith("$"))) {
    // $unknown and $reference name no property; what $sensitive holds stands in its place
    checkProperties(context, value["$sensitive"], tokens, joinPointer(place, "$sensitive"));
    return;
  }
  for (const [key, part] of Object.entries(value)) {
    const path = [...tokens, key];
    const written = joinPointer(place, key);
    const unknown = describeUnknownPointer(context.knownTypes, [context.type], path);
    if (unknown !== undefined) context.report.key("rule-unknown-pointer", written, unknown);
    else checkProperties(context, part, path, written);
  }
}
