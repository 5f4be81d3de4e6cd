/** `rule[0].default_retention[0].mode` as names and numbers. */
export function attributeSteps(path: string): readonly string[] {
  return path.split(/[.[\]]+/u).filter((step) => step !== "");
}
