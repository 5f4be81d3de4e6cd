/** Something that makes a deployment fail: a function that gets what it does not take, a property that is not there. */
export class ArmError extends Error {
  override name = "ArmError";
}
