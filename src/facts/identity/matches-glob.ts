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

/** Whether there is a text that two patterns mean. */
export function globsMeet(left: string, right: string): boolean {
  // how much of the second pattern may be used up by each beginning of the first
  let ends = withoutStars([0], right);
  for (const wanted of left) {
    const next: number[] = [];
    if (wanted === "*") {
      for (let at = Math.min(...ends); at <= right.length; at += 1) next.push(at);
    } else {
      for (const at of ends) {
        const after = afterCharacter(wanted, right, at);
        if (after !== undefined) next.push(after);
      }
    }
    if (next.length === 0) return false;
    ends = withoutStars(next, right);
  }
  return ends.has(right.length);
}

/** Where a pattern goes on after a character, or a question mark, of another. */
function afterCharacter(wanted: string, pattern: string, at: number): number | undefined {
  const other = pattern[at];
  if (other === "*") return at;
  const isSame = other === wanted || other === "?" || (wanted === "?" && other !== undefined);
  return isSame ? at + 1 : undefined;
}

/** A star may stand for nothing. */
function withoutStars(ends: readonly number[], pattern: string): Set<number> {
  const all = new Set(ends);
  for (const at of all) if (pattern[at] === "*") all.add(at + 1);
  return all;
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
