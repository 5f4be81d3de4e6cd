/** The parts of a raw state, version 4, that are read. Everything else is left alone; outputs above all. */
export interface RawState {
  readonly version: 4;
  readonly resources: readonly RawResource[];
}

export interface RawResource {
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  /** `module.clinic["north"]`, as it stands in addresses. */
  readonly module?: string;
  /** `module.x.provider["registry.terraform.io/hashicorp/aws"].west` */
  readonly provider?: unknown;
  readonly instances: readonly RawInstance[];
}

export interface RawInstance {
  readonly index_key?: unknown;
  readonly status?: unknown;
  readonly deposed?: unknown;
  readonly attributes?: unknown;
  /** Paths of steps: `[[{"type": "get_attr", "value": "password"}]]`. */
  readonly sensitive_attributes?: unknown;
}

/** The parts of `terraform show -json` of a state that are read. */
export interface ShownState {
  readonly format_version: string;
  readonly values?: { readonly root_module?: ShownModule };
}

export interface ShownModule {
  readonly address?: unknown;
  readonly resources?: readonly ShownResource[];
  readonly child_modules?: readonly ShownModule[];
}

export interface ShownResource {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly provider_name?: unknown;
  readonly values?: unknown;
  /** Of the same shape as the values, with `true` for what is sensitive. */
  readonly sensitive_values?: unknown;
  readonly tainted?: unknown;
  readonly deposed_key?: unknown;
}
