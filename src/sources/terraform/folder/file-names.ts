/** The files of one module, by what Terraform does with them. */
export interface ModuleFiles {
  /** In the order of their names. */
  readonly primary: readonly string[];
  /** `override.tf` and `*_override.tf`: what they say takes the place of what the others say. */
  readonly overrides: readonly string[];
}

const ENDINGS = [".tf", ".tofu", ".tf.json", ".tofu.json"];

/** A name that Terraform or OpenTofu reads as configuration. */
export function isConfigurationFile(name: string): boolean {
  return !isIgnored(name) && ENDINGS.some((ending) => name.endsWith(ending) && name !== ending);
}

/** OpenTofu reads `a.tofu` in the place of `a.tf`. */
export function selectModuleFiles(names: readonly string[]): ModuleFiles {
  const all = new Set(names.filter(isConfigurationFile));
  const counting = [...all].filter((name) => {
    const twin = name.replace(/\.tf(\.json)?$/u, ".tofu$1");
    return twin === name || !all.has(twin);
  });
  const sorted = counting.sort();
  return {
    primary: sorted.filter((name) => !isOverride(name)),
    overrides: sorted.filter(isOverride),
  };
}

/** The files whose values Terraform takes without being told, in the order in which they count: later ones win. */
export function selectValueFiles(names: readonly string[]): readonly string[] {
  const own = ["terraform.tfvars", "terraform.tfvars.json"].filter((name) => names.includes(name));
  const automatic = names.filter((name) => /\.auto\.tfvars(?:\.json)?$/u.test(name) && !isIgnored(name));
  return [...own, ...automatic.sort()];
}

function isOverride(name: string): boolean {
  const [stem = ""] = name.split(/\.(?:tf|tofu)(?:\.json)?$/u);
  return stem === "override" || stem.endsWith("_override");
}

/** Hidden files, and what editors leave behind. */
function isIgnored(name: string): boolean {
  return name.startsWith(".") || name.endsWith("~") || (name.startsWith("#") && name.endsWith("#"));
}
