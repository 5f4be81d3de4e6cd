import { Chalk } from "chalk";
import type { ChalkInstance } from "chalk";
import { joinPointer } from "../../model/pointer.ts";
import { describeLocation } from "../../reporters/describe-evidence.ts";
import { escapeText } from "../../reporters/escape-text.ts";
import type { Json } from "../../triage/show-value.ts";
import type { Terminal } from "../terminal.ts";
import type { ShownResource } from "./show-resource.ts";

/** One block for each resource, one line for each value, at the pointer by which a rule reads it. */
export function showProperties(
  resources: readonly ShownResource[],
  { color }: Pick<Terminal, "color">,
): string {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const blocks = resources.map(({ address, type, location, uncertain, properties }) => {
    const place = location === undefined ? "" : `  ${describeLocation(location)}`;
    const heading = `${chalk.bold(escapeText(address))}  ${chalk.cyan(escapeText(type))}${chalk.dim(place)}`;
    const doubt =
      uncertain === undefined ? [] : [`  ${chalk.yellow(`is not certain: ${escapeText(uncertain)}`)}`];
    return [heading, ...doubt, ...linesOf(properties, "", chalk)].join("\n");
  });
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`;
}

function linesOf(value: Json, pointer: string, chalk: ChalkInstance): readonly string[] {
  if (value === null || typeof value !== "object") {
    return [line(pointer, `= ${JSON.stringify(value)}`, chalk)];
  }
  if (Array.isArray(value)) {
    const items: readonly Json[] = value;
    return items.length === 0
      ? [line(pointer, "= []", chalk)]
      : items.flatMap((item, index) => linesOf(item, joinPointer(pointer, index), chalk));
  }
  const map = value as { readonly [key: string]: Json };
  if ("$unknown" in map) return [line(pointer, `is not known: ${describeUnknown(map)}`, chalk)];
  if ("$reference" in map) return [line(pointer, `refers to ${describeReference(map)}`, chalk)];
  const keys = Object.keys(map);
  if (keys.length === 0) return pointer === "" ? [] : [line(pointer, "= {}", chalk)];
  return keys.flatMap((key) => linesOf(map[key] ?? null, joinPointer(pointer, key), chalk));
}

function describeUnknown(unknown: { readonly [key: string]: Json }): string {
  const references = unknown["references"];
  const from = Array.isArray(references) && references.length > 0 ? ` (from ${references.join(", ")})` : "";
  return `${asText(unknown["$unknown"])}${from}`;
}

function describeReference(reference: { readonly [key: string]: Json }): string {
  const { value } = reference;
  return `${asText(reference["$reference"])}${value === undefined ? "" : ` = ${JSON.stringify(value)}`}`;
}

function line(pointer: string, text: string, chalk: ChalkInstance): string {
  return `  ${escapeText(pointer)} ${chalk.dim(escapeText(text))}`;
}

function asText(value: Json | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
