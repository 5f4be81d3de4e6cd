import type { Evaluate } from "../evaluation.ts";
import { choice, decisionBy } from "./choice.ts";
import { cidr } from "./cidr.ts";
import { findInMap } from "./find-in-map.ts";
import { getAtt } from "./get-att.ts";
import { join, length, select, split } from "./lists.ts";
import { contains, eachMemberEquals, eachMemberIn, known } from "./of-rules.ts";
import { getAzs, getStackOutput, importValue, include } from "./outside.ts";
import { sub } from "./sub.ts";
import { base64, toJsonString } from "./texts.ts";

/**
 * The intrinsic functions, by their long names.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
export const FUNCTIONS: ReadonlyMap<string, Evaluate> = new Map<string, Evaluate>([
  ["Fn::And", decisionBy("Fn::And")],
  ["Fn::Base64", base64],
  ["Fn::Cidr", cidr],
  ["Fn::Contains", contains],
  ["Fn::EachMemberEquals", eachMemberEquals],
  ["Fn::EachMemberIn", eachMemberIn],
  ["Fn::Equals", decisionBy("Fn::Equals")],
  ["Fn::FindInMap", findInMap],
  ["Fn::GetAZs", getAzs],
  ["Fn::GetAtt", getAtt],
  ["Fn::GetStackOutput", getStackOutput],
  ["Fn::If", choice],
  ["Fn::ImportValue", importValue],
  ["Fn::Join", join],
  ["Fn::Length", length],
  ["Fn::Not", decisionBy("Fn::Not")],
  ["Fn::Or", decisionBy("Fn::Or")],
  ["Fn::RefAll", known],
  ["Fn::Select", select],
  ["Fn::Split", split],
  ["Fn::Sub", sub],
  ["Fn::ToJsonString", toJsonString],
  ["Fn::Transform", include],
  ["Fn::ValueOf", known],
  ["Fn::ValueOfAll", known],
]);

export const FUNCTION_NAMES: readonly string[] = [...FUNCTIONS.keys(), "Fn::ForEach"];
