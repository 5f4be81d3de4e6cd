/** What an id of Azure says of the resource that it names. */
export interface ParsedId {
  readonly type: string;
  /** The last segment of its name. */
  readonly name: string;
  /** The id of the resource that it lies in; nothing for one that lies in none. */
  readonly parent: string | undefined;
  /** What stands before its own provider: a resource group, or the resource that it extends. */
  readonly scope: string;
  /** `Microsoft.Storage/storageAccounts/lake`: the id without its scope. */
  readonly path: string;
  readonly subscription: string | undefined;
}

/** Reads `/subscriptions/…/providers/Microsoft.X/a/b`; nothing for a text of another form. */
export function parseResourceId(id: string): ParsedId | undefined {
  const subscription = /^\/subscriptions\/([^/]+)/iu.exec(id)?.[1];
  const at = id.toLowerCase().lastIndexOf("/providers/");
  if (at < 0) return parseGroupId(id, subscription);
  const path = id.slice(at + "/providers/".length);
  const [provider = "", ...pairs] = path.split("/");
  if (pairs.length < 2 || pairs.length % 2 !== 0) return undefined;
  const types = pairs.filter((_, index) => index % 2 === 0);
  return {
    type: [provider, ...types].join("/"),
    name: pairs.at(-1) ?? "",
    parent: pairs.length > 2 ? id.split("/").slice(0, -2).join("/") : undefined,
    scope: id.slice(0, at),
    path,
    subscription,
  };
}

function parseGroupId(id: string, subscription: string | undefined): ParsedId | undefined {
  const [, scope, name] = /^(\/subscriptions\/[^/]+)\/resourceGroups\/([^/]+)$/iu.exec(id) ?? [];
  if (scope === undefined || name === undefined) return undefined;
  const type = "Microsoft.Resources/resourceGroups";
  return { type, name, parent: undefined, scope, path: `${type}/${name}`, subscription };
}
