/**
 * Terraform would refuse this expression, with a sentence that says why. `try` and `can` catch only this;
 * every other error is a fault of ours.
 */
export class EvaluationError extends Error {
  override name = "EvaluationError";
}
