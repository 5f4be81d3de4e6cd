import { dirname, isAbsolute, join } from "node:path";
import { didYouMean } from "../model/did-you-mean.ts";
import type { ConfigErrorCode, Problem } from "../model/errors.ts";
import type { Location } from "../model/location.ts";
import { joinPointer } from "../model/pointer.ts";
import type { RolePattern, Settings } from "../model/settings.ts";
import type { ConfigDocument, ConfigRole } from "./config-document.ts";
import type { Config, Declared } from "./config.ts";
import { addDataClasses } from "./data-classes.ts";
import { DEFAULT_ROLES, ROLE_WITHOUT_DEFAULTS } from "./default-roles.ts";

type Locate = (pointer: string) => Location;

const MAX_WAIVER_DAYS = 365;

/** The file that a configuration was read from. */
export interface ConfigFile {
  readonly path: string;
  /** SHA-256 of the bytes of the file, in hexadecimal. */
  readonly digest: () => string;
  readonly locate: Locate;
}

/** Fills in the defaults. `document` is valid against the schema; `file` is `undefined` when there is no genoscan.yaml. */
export function buildConfig(document: ConfigDocument, file?: ConfigFile): Config {
  const { path } = file ?? {};
  const locate = (pointer: string): Location => file?.locate(pointer) ?? { file: "genoscan.yaml" };
  function placed<Written extends object>(
    key: string,
    list: readonly Written[] = [],
  ): readonly Declared<Written>[] {
    return list.map((written, index) => ({ ...written, location: locate(joinPointer(`/${key}`, index)) }));
  }
  const { scope = {} } = document;
  const patterns = (list: "include" | "exclude") =>
    (scope[list] ?? []).map((pattern, index) => ({ pattern, location: locate(`/scope/${list}/${index}`) }));
  return {
    path,
    digest: file?.digest,
    settings: settingsOf(document),
    params: document.params ?? {},
    closed:
      document.complete === true ? "all" : new Set(document.complete === false ? [] : document.complete),
    frameworks: document.frameworks,
    severity: document.severity,
    failOn: document["fail-on"],
    strict: document.strict,
    ruleFolders: (document.rules ?? []).map((folder) => fromFile(path, folder)),
    scope: { include: patterns("include"), exclude: patterns("exclude") },
    waivers: placed("waivers", document.waivers).map(({ address, ...waiver }) => ({
      ...waiver,
      scope: { kind: "address", pattern: address } as const,
    })),
    maxWaiverDays: document.maxWaiverDays ?? MAX_WAIVER_DAYS,
    attestations: placed("attestations", document.attestations),
    alternatives: placed("alternatives", document.alternatives),
    baseline: document.baseline === undefined ? undefined : fromFile(path, document.baseline),
    evidence: document.evidence,
    reports: placed("reports", document.reports).map(({ file: name, ...report }) => ({
      ...report,
      ...(name !== undefined && { file: fromFile(path, name) }),
    })),
    locate: (pointer) => file?.locate(pointer),
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
    roles: addDataClasses(mergeRoles(document.roles ?? {}), document.dataClasses ?? {}),
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
