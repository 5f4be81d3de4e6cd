import type { Value } from "./value.ts";

/** What a site tells about itself in genoscan.yaml, with the defaults filled in. Facts and sources read it. */
export interface Settings {
  /** Clinic name to AWS account id (12 digits) or Azure subscription id. */
  readonly clinics: Readonly<Record<string, string>>;
  /** The account that an input deploys to, when the input does not say it. */
  readonly account: string | undefined;
  /** Accounts outside of the clinics that may be trusted: an organisation's audit or backup account. */
  readonly trustedAccounts: readonly string[];
  /** Organisations (`o-…`) that count as our own in policy conditions. */
  readonly organizations: readonly string[];
  /** Patterns (`*` for any text) of key ARNs that are customer managed although the input does not declare the key. */
  readonly customerManagedKeys: readonly string[];
  /** Role name (`report`, `ledger`, …) to what marks a resource as having it. */
  readonly roles: Readonly<Record<string, RolePattern>>;
}

/** A resource has a role when its type is listed and a tag or a pattern says so. */
export interface RolePattern {
  readonly types: readonly string[];
  /** Words looked for in name and address, as whole words or their plural: `report` meets `north-reports`, not `reporter`. */
  readonly words: readonly string[];
  /** Tag `Key=Value` pairs (or `Key` alone, for any value) that give the role. */
  readonly tags: readonly string[];
  /** Tags that take the role away, whatever else says it. */
  readonly exceptTags: readonly string[];
  /** Address patterns (`*` for any text) that give or take the role by hand. */
  readonly addresses: readonly string[];
  readonly exceptAddresses: readonly string[];
  /** The role is held by every resource of the types, unless a tag or an address takes it away. */
  readonly byDefault: boolean;
}

/** Where a resource is deployed, as far as the input tells. */
export interface Placement {
  readonly cloud: "aws" | "azure";
  readonly region: Value | undefined;
  readonly account: Value | undefined;
  /** The provider configuration or stack; what one deployment holds lies in one account, whichever that is. */
  readonly deployment?: string;
}
