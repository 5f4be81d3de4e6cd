import { isObject } from "../../model/is-object.ts";

const TYPE = /^[A-Za-z0-9]+::[A-Za-z0-9:]+$/u;

/** True for JSON that is a template: it has resources with a `Type` such as `AWS::S3::Bucket`. */
export function looksLikeTemplate(json: unknown): boolean {
  if (!isObject(json)) return false;
  // what get-template and describe-change-set print
  if ("TemplateBody" in json) return true;
  if (Array.isArray(json["Changes"]) && "ChangeSetName" in json) return true;
  if (typeof json["AWSTemplateFormatVersion"] === "string") return true;
  const resources = json["Resources"];
  if (!isObject(resources)) return false;
  return Object.entries(resources).some(
    ([key, resource]) =>
      key.startsWith("Fn::ForEach") ||
      (isObject(resource) && typeof resource["Type"] === "string" && TYPE.test(resource["Type"])),
  );
}

/** The same of YAML, told by its lines: parsing it takes longer than to look. What begins with a brace may be YAML, too. */
export function looksLikeTemplateText(text: string): boolean {
  if (/^\s*\{/u.test(text)) return /[{,\s]["']?Resources["']?\s*:/u.test(text) && TYPED.test(text);
  // the first line that says something has the indentation of all sections
  const [, indent = ""] = /^(?![ \t]*(?:#|\r?$)|---|%)([ \t]*)/mu.exec(text) ?? [];
  const section = (name: string): RegExp => new RegExp(`^${indent}["']?${name}["']?\\s*:`, "mu");
  if (section("AWSTemplateFormatVersion").test(text)) return true;
  if (!section("Resources").test(text)) return false;
  return TYPED.test(text) || text.includes("Fn::ForEach");
}

const TYPED = /[{,\s]["']?Type["']?\s*:\s*["']?[A-Za-z0-9]+::/u;
