export type InstanceKey = string | number;

/** One step of a module address: `module.clinic["north"]`. */
export interface ModuleStep {
  readonly name: string;
  readonly key: InstanceKey | undefined;
}

/** The steps of a module address; the root module has none. */
export function parseModuleAddress(address: string | undefined): readonly ModuleStep[] {
  if (address === undefined || address === "") return [];
  const steps: ModuleStep[] = [];
  let rest = address;
  while (rest !== "") {
    const name = /^\.?module\.([^.[]+)/.exec(rest);
    if (name?.[1] === undefined) break;
    rest = rest.slice(name[0].length);
    const key = readKey(rest);
    rest = rest.slice(key?.length ?? 0);
    steps.push({ name: name[1], key: key?.value });
  }
  return steps;
}

export function formatModuleAddress(steps: readonly ModuleStep[]): string {
  return steps.map(({ name, key }) => `module.${name}${formatKey(key)}`).join(".");
}

export function formatKey(key: InstanceKey | undefined): string {
  if (key === undefined) return "";
  return typeof key === "number" ? `[${String(key)}]` : `[${JSON.stringify(key)}]`;
}

/** An instance key at the beginning of a text: `["north"]` or `[0]`. */
export function readKey(text: string): { readonly value: InstanceKey; readonly length: number } | undefined {
  const number = /^\[(\d+)\]/.exec(text);
  if (number?.[1] !== undefined) return { value: Number(number[1]), length: number[0].length };
  const quoted = /^\[("(?:[^"\\]|\\.)*")\]/.exec(text);
  if (quoted?.[1] === undefined) return undefined;
  return { value: unquote(quoted[1]), length: quoted[0].length };
}

function unquote(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted.slice(1, -1);
  }
}
