import type { Expression, Iteration, ObjectExpression, Written } from "./expression.ts";
import type { TypeSchema } from "./type-schema.ts";
import type { ArmValue } from "./values/arm-value.ts";

/** Where a deployment goes. */
export type DeploymentScope = "resourceGroup" | "subscription" | "managementGroup" | "tenant";

/**
 * A template, as ARM JSON and Bicep both become one. Names of parameters, variables, functions, outputs and types have no
 * case: the keys of the maps are in lower case, the declarations have the spelling.
 *
 * The assignments of a `.bicepparam` are a template as well: its parameters have the assigned values as their defaults.
 */
export interface Template extends Written {
  /** From `$schema` or `targetScope`; `undefined` when neither says it. */
  readonly scope: DeploymentScope | undefined;
  /** Resources have symbolic names (languageVersion 2.0, and every Bicep file). */
  readonly symbolic: boolean;
  readonly parameters: ReadonlyMap<string, ParameterDeclaration>;
  readonly variables: ReadonlyMap<string, VariableDeclaration>;
  /** By `namespace.name`; an imported function has a key that its importer calls it by. */
  readonly functions: ReadonlyMap<string, FunctionDeclaration>;
  readonly types: ReadonlyMap<string, TypeSchema>;
  /** In the order of the text, a nested child after its parent. */
  readonly resources: readonly ResourceDeclaration[];
  readonly outputs: ReadonlyMap<string, OutputDeclaration>;
  /** What is wrong with it, or of it cannot be read. */
  readonly problems: readonly TemplateProblem[];
}

export interface TemplateProblem extends Written {
  readonly code: string;
  /** `gap`: a part could not be read, so the scan is incomplete. */
  readonly level: "gap" | "error" | "warning" | "note";
  readonly message: string;
}

export interface ParameterDeclaration extends Written {
  readonly name: string;
  readonly type: TypeSchema;
  readonly defaultValue?: Expression | undefined;
  /** What it is worth, whatever is given: a value that was put into the template where that was put together. */
  readonly settled?: ArmValue | undefined;
}

export interface VariableDeclaration extends Written {
  readonly name: string;
  readonly value: Expression;
}

/** `parameter` nodes of the body are the function's own. */
export interface FunctionDeclaration extends Written {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly type: TypeSchema }[];
  readonly body: Expression;
  readonly type: TypeSchema;
}

export interface OutputDeclaration extends Written {
  readonly name: string;
  readonly value: Expression;
  readonly type: TypeSchema;
  readonly condition?: Expression | undefined;
  readonly loop?: Iteration | undefined;
}

export interface ResourceDeclaration extends Written {
  /** Unique in the template. The symbolic name (`parent::child` for a nested child of Bicep); made up where there is none. */
  readonly key: string;
  /** The symbolic name as written, `undefined` in ARM without symbolic names. */
  readonly symbol: string | undefined;
  /** Whole, also of a nested child: `Microsoft.Storage/storageAccounts/blobServices`. */
  readonly type: Expression;
  readonly apiVersion: Expression | undefined;
  /** With a `parent` the last segment, else all segments joined by `/`. */
  readonly name: Expression;
  readonly parent?: ResourceLink | undefined;
  /** Only named, not deployed. */
  readonly existing: boolean;
  /** Whole: of a nested child of Bicep that of its parent as well. */
  readonly condition?: Expression | undefined;
  /** One that is there already is left as it is. */
  readonly onlyIfNotExists?: boolean;
  readonly loop?: Iteration | undefined;
  readonly scope?: ScopeExpression | undefined;
  /**
   * The ARM body without type, apiVersion, name, scope, parent, dependsOn, condition, copy, resources, comments, metadata:
   * `location`, `tags`, `sku`, `properties`, … Usually an object; ARM allows an expression for the whole of `properties` only.
   */
  readonly body: ObjectExpression;
  /** What it is deployed after, by key; only what is certain. */
  readonly dependsOn: readonly string[];
  /** What it is deployed after by ids and names, as JSON without symbolic names has it. */
  readonly dependsOnIds?: readonly Expression[] | undefined;
  /** The template that it deploys, of a module and of `Microsoft.Resources/deployments`. */
  readonly deployment?: DeploymentDeclaration | undefined;
  /** The alias of the extension that it belongs to (`kubernetes`, `microsoftGraph`): its type is none of ARM's. */
  readonly extension?: string | undefined;
}

/** A resource of the same template; `index` for one of a loop. */
export interface ResourceLink {
  readonly key: string;
  readonly index?: Expression | undefined;
}

/** What `scope` says: the resource that is extended, a text as ARM has it, or the place that is deployed to. */
export type ScopeExpression =
  | ({ readonly kind: "resource" } & ResourceLink)
  | { readonly kind: "text"; readonly text: Expression }
  | {
      readonly kind: "resourceGroup";
      readonly subscription?: Expression | undefined;
      /** Left out for the one of the deployment around it. */
      readonly name?: Expression | undefined;
    }
  | { readonly kind: "subscription"; readonly subscription?: Expression | undefined }
  | { readonly kind: "managementGroup"; readonly name?: Expression | undefined }
  | { readonly kind: "tenant" };

/** A deployment in a deployment. */
export interface DeploymentDeclaration {
  /** Where expressions inside are evaluated: `outer` means with the parameters and variables of the template around it. */
  readonly evaluation: "inner" | "outer";
  /** Parameter name to value, without the `{value: …}` around it. */
  readonly parameters: Expression | undefined;
  /**
   * Read when the deployment is expanded. A linked template is found by a value: `evaluate` gives the one of an expression
   * where the deployment stands.
   */
  readonly template: (evaluate: (expression: Expression) => ArmValue) => Template | MissingTemplate;
}

/** A template that cannot be read: of a registry, of a web address, no file. */
export interface MissingTemplate {
  readonly missing: string;
  /** For the gap that is told. */
  readonly code: string;
}
