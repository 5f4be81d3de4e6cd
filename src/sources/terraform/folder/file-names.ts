/** The files of one module, by what Terraform does with them. */
export interface ModuleFiles {
  /** In the order of their names. */
  readonly primary: readonly string[];
  /** `override.tf` and `*_override.tf`: what they say takes the place of what the others say. */
  readonly overrides: readonly string[];
  /** Those of Terraform that count for nothing, because OpenTofu reads one of its own in their place. */
  readonly replaced: readonly string[];
}

const ENDINGS = [".tf", ".tofu", ".tf.json", ".tofu.json"];

/** A name that Terraform or OpenTofu reads as configuration. */
export function isConfigurationFile(name: string): boolean {
  return !isIgnored(name) && ENDINGS.some((ending) => name.endsWith(ending) && name !== ending);
}

/** Where a file of OpenTofu has the name of one of Terraform, OpenTofu reads its own alone, and so do we. */
export function selectModuleFiles(names: readonly string[]): ModuleFiles {
  const all = new Set(names.filter(isConfigurationFile));
  const isReplaced = (name: string): boolean => ownOfOpenTofu(name) !== name && all.has(ownOfOpenTofu(name));
  const sorted = [...all].filter((name) => !isReplaced(name)).sort();
  return {
    primary: sorted.filter((name) => !isOverride(name)),
    overrides: sorted.filter(isOverride),
    replaced: [...all].filter(isReplaced).sort(),
  };
}

/** The file that OpenTofu reads in the place of this one, if it is there: `a.tofu` for `a.tf`. */
export function ownOfOpenTofu(name: string): string {
  return name.replace(/\.tf(\.json)?$/u, ".tofu$1");
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
