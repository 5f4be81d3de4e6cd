import type { ResultVerdict } from "../model/result-document.ts";

/** What is wrong, once for verdicts that are alike: of several resources it speaks of each. */
export function sentenceOf([first, ...others]: readonly ResultVerdict[]): string {
  if (first === undefined) return "";
  const { message, resource } = first;
  if (others.length === 0 || resource === undefined) return message;
  const sentence = message.split(resource.address).join("each");
  return sentence.startsWith("each") ? `E${sentence.slice(1)}` : sentence;
}
