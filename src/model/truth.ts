/** Strong Kleene logic: the answer is the same for every completion of what is unknown, or it is "unknown". */
export type Truth = true | false | "unknown";

export function negate(truth: Truth): Truth {
  return truth === "unknown" ? "unknown" : !truth;
}

export function both(left: Truth, right: Truth): Truth {
  if (left === false || right === false) return false;
  return left === true && right === true ? true : "unknown";
}

export function either(left: Truth, right: Truth): Truth {
  if (left === true || right === true) return true;
  return left === false && right === false ? false : "unknown";
}

/** True as soon as one is; false for none. */
export function anyTruth(truths: readonly Truth[]): Truth {
  let joined: Truth = false;
  for (const truth of truths) joined = either(joined, truth);
  return joined;
}

/** False as soon as one is; true for none. */
export function everyTruth(truths: readonly Truth[]): Truth {
  let joined: Truth = true;
  for (const truth of truths) joined = both(joined, truth);
  return joined;
}
