/** Something that makes a deployment fail: a function that gets what it does not take, a property that is not there. */
export class ArmError extends Error {
  override name = "ArmError";
}

/** What is wrong with secrets is told without them. */
export function concealErrors<Result>(evaluate: () => Result, what: string): Result {
  try {
    return evaluate();
  } catch (error) {
    if (!(error instanceof ArmError)) throw error;
    throw new ArmError(`${what} fails for a value that must not be shown`);
  }
}
