/**
 * A provider configuration as a raw state names it, in the form that genoscan has for plans: `aws`, `aws.west`,
 * `module.a:aws`. Terraform 0.12 wrote `provider.aws.west`.
 */
export function providerKey(provider: unknown, type: string): string {
  const own = type.split("_")[0] ?? type;
  if (typeof provider !== "string") return own;
  const match = /^(?:(module\..+?)\.)?provider(?:\["([^"]+)"\]|\.([^.]+))(?:\.([^.]+))?$/.exec(provider);
  if (match === null) return provider;
  const [, module, source, legacy, alias] = match;
  const name = legacy ?? nameOf(source) ?? own;
  return `${module === undefined ? "" : `${module}:`}${name}${alias === undefined ? "" : `.${alias}`}`;
}

/** The last part of a provider's source address: `registry.terraform.io/hashicorp/aws`. */
export function nameOf(source: unknown): string | undefined {
  return typeof source === "string" ? source.slice(source.lastIndexOf("/") + 1) : undefined;
}
