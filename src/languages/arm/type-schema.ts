import type { Expression } from "./expression.ts";

/**
 * What a type says, as far as evaluation needs it: ARM's schema of parameters and `definitions`.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/definitions
 */
export interface TypeSchema {
  /** In lower case; a secure one is `string` or `object` with `secure`. `any` when nothing is said. */
  readonly type: "string" | "int" | "bool" | "array" | "object" | "any";
  readonly secure?: boolean | undefined;
  readonly nullable?: boolean | undefined;
  /** A literal type, a union of them, `@allowed`. */
  readonly allowed?: Expression | undefined;
  /** The name of a type of `Template.types`: all else but `secure` and `nullable` is there. */
  readonly ref?: string | undefined;
  readonly properties?: ReadonlyMap<string, TypeSchema> | undefined;
  readonly additionalProperties?: TypeSchema | false | undefined;
  readonly items?: TypeSchema | undefined;
  readonly prefixItems?: readonly TypeSchema[] | undefined;
  /** Which variant holds is told by a property. */
  readonly discriminator?:
    { readonly property: string; readonly variants: ReadonlyMap<string, TypeSchema> } | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minValue?: number | undefined;
  readonly maxValue?: number | undefined;
}
