/** IAM's wildcards: `*` for any text, `?` for any one character. Without regular expressions, so no pattern backtracks for ever. */
export function matchesGlob(text: string, pattern: string): boolean {
  let at = 0;
  let next = 0;
  let star = -1;
  let resumeAt = 0;
  while (at < text.length) {
    const wanted = pattern[next];
    if (wanted === "*") {
      star = next;
      resumeAt = at;
      next += 1;
    } else if (wanted !== undefined && (wanted === "?" || wanted === text[at])) {
      at += 1;
      next += 1;
    } else if (star >= 0) {
      resumeAt += 1;
      at = resumeAt;
      next = star + 1;
    } else return false;
  }
  while (pattern[next] === "*") next += 1;
  return next === pattern.length;
}

/** Whether an action pattern of a policy (`s3:Get*`) means an action (`s3:GetObject`). Case does not count. */
export function actionMatches(pattern: string, action: string): boolean {
  // most patterns are of another service, which their first letter tells without a copy in small letters
  const first = pattern.charCodeAt(0) | SMALL;
  if (first !== (action.charCodeAt(0) | SMALL) && first !== STAR && first !== QUESTION_MARK) return false;
  return matchesGlob(action.toLowerCase(), pattern.toLowerCase());
}

/** The bit that makes a letter a small one, and changes neither wildcard. */
const SMALL = 0x20;
const STAR = "*".charCodeAt(0);
const QUESTION_MARK = "?".charCodeAt(0);
