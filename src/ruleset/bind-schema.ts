/**
 * Puts parameter values in the place of `{ $param: name }`, anywhere inside a schema. Throws for a parameter without a
 * value: a rule that is loaded names only declared ones.
 */
export function bindSchema(schema: unknown, params: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(schema)) return schema.map((part: unknown) => bindSchema(part, params));
  if (typeof schema !== "object" || schema === null) return schema;
  const name = parameterName(schema);
  if (name === undefined) {
    return Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, bindSchema(part, params)]));
  }
  if (!Object.hasOwn(params, name)) throw new Error(`the parameter "${name}" has no value`);
  return params[name];
}

/** The name in `{ $param: name }`, or `undefined` when the value is something else. */
export function parameterName(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "$param")) return undefined;
  const { $param: name, ...others } = value as { readonly $param: unknown };
  return typeof name === "string" && Object.keys(others).length === 0 ? name : undefined;
}
