import { isSafePattern } from "redos-detector";

/** Enough for every pattern that a person can read; a pattern that needs more is not worth its risk. */
const STEPS = 3000;

/** What is wrong with the pattern of a rule, or `undefined`. Rules meet the text of strangers. */
export function describeBadPattern(pattern: string): string | undefined {
  const invalid = describeInvalid(pattern);
  if (invalid !== undefined) return invalid;
  const features = describeFeatures(pattern);
  if (features !== undefined) return features;
  if (isSafePattern(pattern, { unicode: true, maxSteps: STEPS }).safe) return undefined;
  return (
    `the pattern ${JSON.stringify(pattern)} can backtrack for ever on a hostile text; ` +
    "begin it with ^, and let no two neighbouring repetitions match the same text"
  );
}

function describeInvalid(pattern: string): string | undefined {
  try {
    new RegExp(pattern, "u");
    return undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return `${JSON.stringify(pattern)} is no regular expression: ${error.message.replace(/^.*: /, "")}`;
  }
}

/** Features that only a backtracking engine has. The pattern is a valid one. */
function describeFeatures(pattern: string): string | undefined {
  // classes and escapes hide what looks like a group
  const bare = pattern.replace(/\\(?![1-9k])./gsu, "e").replace(/\[[^\]]*\]/gu, "c");
  const found = /\(\?<?[=!]/.test(bare)
    ? "a look-around"
    : /\\[1-9k]/.test(bare)
      ? "a back-reference"
      : undefined;
  return found === undefined
    ? undefined
    : `the pattern ${JSON.stringify(pattern)} holds ${found}, which patterns of rules may not`;
}
