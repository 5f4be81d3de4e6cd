/** A module that lies in a registry or is a template spec. */
export interface RemoteModule {
  /** As written, for messages. */
  readonly written: string;
  /** Where the cache of Bicep has it, as names of folders below its root. */
  readonly segments: readonly string[];
}

/** What `bicepconfig.json` says that `br/alias:` and `ts/alias:` stand for. */
export interface ModuleAliases {
  readonly br: ReadonlyMap<string, string>;
  readonly ts: ReadonlyMap<string, string>;
}

/** https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-config-modules */
export const NO_ALIASES: ModuleAliases = {
  br: new Map([["public", "mcr.microsoft.com/bicep"]]),
  ts: new Map(),
};

const REFERENCE = /^(br|ts)(?:\/([^:]+))?:(.+)$/su;
/** Names of folders and nothing else: a path of a stranger leads nowhere but into the cache. */
const SEGMENT = /^[\w.$()#-]{1,200}$/u;

/** True for a path that names no local file. */
export function isRemote(path: string): boolean {
  return REFERENCE.test(path);
}

/** Where the cache has a module; a sentence when the path does not say it. */
export function locateModule(path: string, aliases: ModuleAliases): RemoteModule | string {
  const [, scheme, alias, rest = ""] = REFERENCE.exec(path) ?? [];
  const kind = scheme === "ts" ? "ts" : "br";
  const base = alias === undefined ? undefined : aliases[kind].get(alias);
  if (alias !== undefined && base === undefined) {
    return `bicepconfig.json has no alias ${alias} for ${kind}: in its moduleAliases`;
  }
  const whole = base === undefined ? rest : `${base}/${rest}`;
  const segments = kind === "br" ? registrySegments(whole) : specSegments(whole);
  if (
    segments === undefined ||
    segments.some((segment) => !SEGMENT.test(segment) || /^\.+$/u.test(segment))
  ) {
    return `${path} is no name of a module in a registry`;
  }
  return { written: path, segments: [kind, ...segments] };
}

/** `registry/path/of/module:tag`; the cache writes the path as one name and the case of the tag behind it. */
function registrySegments(reference: string): readonly string[] | undefined {
  const match = /^([^/]+)\/([^@]+?)(?::([^:@/]+)|@(sha256:[0-9a-f]{64}))$/u.exec(reference);
  if (match === null) return undefined;
  const [, registry = "", path = "", tag, digest = ""] = match;
  const version = tag === undefined ? digest.replaceAll(":", "#") : encodeTag(tag);
  return [registry.replaceAll(":", "$").toLowerCase(), path.replaceAll("/", "$"), version];
}

/** A tag, and as a hexadecimal number which of its letters are capitals: file systems may not tell. */
function encodeTag(tag: string): string {
  let mask = 0n;
  for (let index = 0; index < tag.length; index += 1) {
    const letter = tag.charAt(index);
    if (letter >= "A" && letter <= "Z") mask |= 1n << BigInt(index);
  }
  return `${tag}$${mask === 0n ? "" : mask.toString(16)}`;
}

/** `subscription/group/name:version` */
function specSegments(reference: string): readonly string[] | undefined {
  const match = /^([^/:]+)\/([^/:]+)\/([^/:]+):([^/:]+)$/u.exec(reference);
  return match?.slice(1).map((segment) => segment.toLowerCase());
}
