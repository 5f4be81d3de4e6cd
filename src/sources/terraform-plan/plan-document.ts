import { ownPart } from "../../model/own-part.ts";

/** The parts of `terraform show -json PLAN` that are read. Everything else is left alone. */
export interface PlanDocument {
  readonly format_version: string;
  readonly terraform_version?: string;
  readonly variables?: Readonly<Record<string, { readonly value?: unknown }>>;
  readonly resource_changes?: readonly ResourceChange[];
  readonly deferred_changes?: readonly {
    readonly reason?: string;
    readonly resource_change?: ResourceChange;
  }[];
  readonly prior_state?: { readonly values?: { readonly root_module?: StateModule } };
  readonly configuration?: {
    readonly provider_config?: Readonly<Record<string, ProviderConfig>>;
    readonly root_module?: ConfigModule;
  };
  readonly complete?: boolean;
  readonly errored?: boolean;
}

export interface ResourceChange {
  readonly address: string;
  readonly previous_address?: string;
  readonly module_address?: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly index?: string | number;
  readonly provider_name?: string;
  readonly deposed?: string;
  readonly change: Change;
}

export interface Change {
  readonly actions: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
  readonly after_unknown?: unknown;
  readonly after_sensitive?: unknown;
}

export interface StateModule {
  readonly address?: string;
  readonly resources?: readonly StateResource[];
  readonly child_modules?: readonly StateModule[];
}

export interface StateResource {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly values?: unknown;
}

export interface ProviderConfig {
  readonly name?: string;
  readonly full_name?: string;
  readonly alias?: string;
  readonly module_address?: string;
  readonly expressions?: Expressions;
}

export interface ConfigModule {
  readonly resources?: readonly ConfigResource[];
  readonly module_calls?: Readonly<Record<string, ModuleCall>>;
  readonly outputs?: Readonly<Record<string, { readonly expression?: Expression }>>;
  readonly variables?: Readonly<Record<string, { readonly default?: unknown; readonly sensitive?: boolean }>>;
}

export interface ConfigResource {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly provider_config_key?: string;
  readonly expressions?: Expressions;
  readonly for_each_expression?: Expression;
  readonly count_expression?: Expression;
}

export interface ModuleCall {
  readonly source?: string;
  readonly expressions?: Expressions;
  readonly for_each_expression?: Expression;
  readonly count_expression?: Expression;
  readonly module?: ConfigModule;
}

/** A value or what it refers to; for blocks, the expressions inside, once for each block. */
export interface Expression {
  readonly constant_value?: unknown;
  readonly references?: readonly string[];
}
export interface Expressions {
  readonly [name: string]: ExpressionNode;
}
export type ExpressionNode = Expression | Expressions | readonly Expressions[];

export function isExpression(node: ExpressionNode | undefined): node is Expression {
  if (node === undefined || isList(node)) return false;
  for (const key in node) if (key !== "constant_value" && key !== "references") return false;
  return !isBlockOf(node);
}

/** `Array.isArray` does not narrow a readonly list out of a union. */
function isList(node: ExpressionNode): node is readonly Expressions[] {
  return Array.isArray(node);
}

/** A block with an attribute that happens to be called `references` holds an expression there, not texts. */
function isBlockOf(node: Expression | Expressions): boolean {
  return "references" in node && !Array.isArray(node.references);
}

/** The text under a key of an object of the plan. */
export function textAt(values: unknown, key: string): string | undefined {
  if (typeof values !== "object" || values === null) return undefined;
  const value = ownPart(values as Readonly<Record<string, unknown>>, key);
  return typeof value === "string" ? value : undefined;
}
