import { NONE } from "../report-data.ts";
import type { ReportData } from "../report-data.ts";
import type { Asked } from "./filter-form.ts";
import { findWords, wordsOf } from "./match-text.ts";
import { resourceTexts, ruleTexts } from "./texts.ts";

/** Which verdicts a filter asks for, by severity, framework, type of resource and words; by position. */
export function selectVerdicts(data: ReportData, asked: Asked): (verdict: number) => boolean {
  const { severity, framework, type, text = "" } = asked;
  const words = wordsOf(text);
  const inRules = findWords(words, ruleTexts(data));
  const inResources = findWords(words, resourceTexts(data));
  const isRule = data.rules.map(
    ([, , own, controls]) =>
      (severity === undefined || severity === own) &&
      (framework === undefined || controls.some((control) => data.controls[control]?.[0] === framework)),
  );
  const isResource = data.resources.map(([, shownType, writtenType]) => {
    return type === undefined || data.texts[writtenType === NONE ? shownType : writtenType] === type;
  });

  return (verdict) => {
    const [rule, , resource] = data.verdicts[verdict] ?? [NONE, NONE, NONE];
    if (isRule[rule] !== true) return false;
    if (resource === NONE ? type !== undefined : isResource[resource] !== true) return false;
    return words.every((_, word) => inRules[word]?.[rule] === true || inResources[word]?.[resource] === true);
  };
}
