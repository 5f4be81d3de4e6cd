import names from "./type-names.json" with { type: "json" };

/** Every type of AWS in CloudFormation's registry. */
export const TYPE_NAMES: ReadonlySet<string> = new Set(names);
