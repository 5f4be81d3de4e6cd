import { dirname, isAbsolute, join } from "node:path";
import { didYouMean } from "../model/did-you-mean.ts";
import type { ConfigErrorCode, Problem } from "../model/errors.ts";
import type { Location } from "../model/location.ts";
import { joinPointer } from "../model/pointer.ts";
import type { RolePattern, Settings } from "../model/settings.ts";
import type { ConfigDocument, ConfigRole } from "./config-document.ts";
import type { Config } from "./config.ts";
import { DEFAULT_ROLES, ROLE_WITHOUT_DEFAULTS } from "./default-roles.ts";

type Locate = (pointer: string) => Location;

/** Fills in the defaults. `document` is valid against the schema; `path` is `undefined` when there is no genoscan.yaml. */
export function buildConfig(document: ConfigDocument, path?: string, locate?: Locate): Config {
  return {
    path,
    settings: settingsOf(document),
    params: document.params ?? {},
    closed:
      document.complete === true ? "all" : new Set(document.complete === false ? [] : document.complete),
    frameworks: document.frameworks,
    severity: document.severity,
    failOn: document["fail-on"],
    strict: document.strict,
    ruleFolders: (document.rules ?? []).map((folder) => fromFile(path, folder)),
    waivers: (document.waivers ?? []).map(({ address, ...waiver }, index) => ({
      ...waiver,
      scope: { kind: "address", pattern: address } as const,
      location: locate?.(`/waivers/${index}`) ?? { file: path ?? "genoscan.yaml" },
    })),
    locate: (pointer) => locate?.(pointer),
  };
}

/** A role that genoscan does not know has to say of which types it is: else it is a slip of the hand. */
export function findRoleProblems(
  document: ConfigDocument,
  locateKey: Locate,
): readonly Problem<ConfigErrorCode>[] {
  return Object.entries(document.roles ?? {})
    .filter(([name, role]) => !Object.hasOwn(DEFAULT_ROLES, name) && role.types === undefined)
    .map(([name]) => ({
      code: "config-invalid",
      message: `"${name}" is no role of genoscan, and a role of your own needs "types"${didYouMean(name, Object.keys(DEFAULT_ROLES))}`,
      location: locateKey(joinPointer("/roles", name)),
    }));
}

function settingsOf(document: ConfigDocument): Settings {
  return {
    clinics: document.clinics ?? {},
    account: document.account,
    trustedAccounts: document.trustedAccounts ?? [],
    organizations: document.organizations ?? [],
    customerManagedKeys: document.customerManagedKeys ?? [],
    roles: mergeRoles(document.roles ?? {}),
  };
}

function mergeRoles(own: Readonly<Record<string, ConfigRole>>): Record<string, RolePattern> {
  const defaults: Readonly<Record<string, RolePattern>> = DEFAULT_ROLES;
  const names = new Set([...Object.keys(defaults), ...Object.keys(own)]);
  return Object.fromEntries(
    [...names].map((name) => {
      const byDefault = Object.hasOwn(defaults, name) ? defaults[name] : ROLE_WITHOUT_DEFAULTS;
      return [name, { ...ROLE_WITHOUT_DEFAULTS, ...byDefault, ...own[name] }];
    }),
  );
}

/** Paths in a file are relative to it, so that a scan from another folder means the same. */
function fromFile(path: string | undefined, folder: string): string {
  return path === undefined || isAbsolute(folder) ? folder : join(dirname(path), folder);
}
