import type { Template } from "../../languages/arm/template.ts";

/**
 * Whether a compiled template is the one of a Bicep file of another name, as far as declarations tell: it has the same
 * parameters and outputs, and deploys as many resources of the same types. One without resources is like many others.
 */
export function isMadeOf(compiled: Template, bicep: Template): boolean {
  const types = typesOf(compiled);
  return (
    types.length > 0 &&
    isSame(types, typesOf(bicep)) &&
    isSame([...compiled.parameters.keys()], [...bicep.parameters.keys()]) &&
    isSame([...compiled.outputs.keys()], [...bicep.outputs.keys()])
  );
}

function typesOf({ resources }: Template): readonly string[] {
  return resources
    .filter(({ existing }) => !existing)
    .map(({ type }) =>
      type.kind === "literal" && typeof type.value === "string" ? type.value.toLowerCase() : "",
    );
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  const sorted = other.toSorted();
  return one.length === other.length && one.toSorted().every((part, index) => part === sorted[index]);
}
