import type { TemplateScalar } from "./template-node.ts";

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/u;

/**
 * A number, when it reads the same as it is written; else its text. CloudFormation turns numbers into text and back, and
 * an account id with a leading zero must not lose it.
 */
export function readNumber(text: string): number | string {
  const value = Number(text);
  return String(value) === text ? value : text;
}

/**
 * A plain scalar of YAML 1.1, as CloudFormation reads it: `yes` and `off` without quotes are booleans, and "true" and "false"
 * where a text is wanted. Dates stay text, as policy versions are.
 */
function readPlainScalar(text: string): string | number | boolean | null {
  switch (text) {
    case "":
    case "~":
    case "null":
    case "Null":
    case "NULL":
      return null;
    case "true":
    case "True":
    case "TRUE":
    case "yes":
    case "Yes":
    case "YES":
    case "on":
    case "On":
    case "ON":
      return true;
    case "false":
    case "False":
    case "FALSE":
    case "no":
    case "No":
    case "NO":
    case "off":
    case "Off":
    case "OFF":
      return false;
    default:
      return NUMBER.test(text) ? readNumber(text) : text;
  }
}

/** The node of a plain scalar. */
export function plainScalarNode(text: string, offset: number): TemplateScalar {
  const value = readPlainScalar(text);
  return typeof value === "boolean" && !/^(?:true|false)$/iu.test(text)
    ? { kind: "scalar", value, offset, word: text }
    : { kind: "scalar", value, offset };
}
