import type { Location } from "../../../model/location.ts";
import type { Expression } from "../ast.ts";
import type { Files } from "../functions/function-definition.ts";
import type { HclValue } from "../values/hcl-value.ts";
import type { BodyShape } from "./body-shape.ts";
import type { Interpreter } from "./interpreter.ts";
import type { Declaration, ModuleConfig, Section } from "./module-config.ts";

/** What stands for itself as a whole in expressions: a resource, a data source, a module. */
export interface Whole {
  readonly address: string;
  /** The value of an attribute or output. Throws `EvaluationError` when there is none. */
  readAttribute(name: string): HclValue;
}

/** A resource or data source as the host sees it. */
export interface HostedInstance {
  readonly address: string;
  readonly declaration: Declaration;
  /** The module that declares it. */
  readonly module: HostedModule;
  /** What the configuration sets, by name, nulls included; blocks as lists of objects. */
  attributes(): ReadonlyMap<string, HclValue>;
}

export interface HostedModule {
  readonly address: string;
  readonly config: ModuleConfig;
}

/** A module that a call leads to, or why there is none. */
export type OpenedModule =
  | {
      readonly kind: "module";
      readonly config: ModuleConfig;
      /** `path.module` in it: relative to the root module. */
      readonly path: string;
      /** The folder: the same text for the same folder. */
      readonly folder: string;
      /** Why names that it does not declare may be declared all the same: a file of it cannot be read. */
      readonly incomplete?: string;
    }
  | { readonly kind: "missing"; readonly reason: string };

/** Calls a function of Terraform. */
export type CallFunction = (name: string, args: readonly HclValue[]) => HclValue;

/** What a configuration needs to know of the world: files, providers, the command line. */
export interface Host {
  readonly files: Files;
  readonly workspace: string;
  /** The module at a source such as `./modules/a`; `folder` is that of the module that calls. */
  openModule(call: ModuleRequest): OpenedModule;
  /** What the provider's schema says of a type, if it is known. */
  shapeOf(declaration: Declaration): BodyShape | undefined;
  /** The value of an attribute that nothing sets and that follows from the rest all the same: of a data source. */
  computedAttribute(instance: HostedInstance, name: string, call: CallFunction): HclValue | undefined;
  /** Whether an attribute names the resource itself, wherever its text was taken from: the name of a role. */
  isIdentifier(declaration: Declaration, name: string): boolean;
  /** The path to the arguments that the inside of a text of a data source is made of; nothing where it is none of ours. */
  argumentsBehind(
    instance: HostedInstance,
    attribute: string,
    path: readonly string[],
  ): readonly string[] | undefined;
  /** The value of a variable of the root module that the user gives. */
  input(name: string): RootInput | undefined;
}

export interface ModuleRequest {
  readonly source: string;
  /** `a.b` for module.b in module.a: modules.json has this key. */
  readonly path: string;
  readonly folder: string;
  readonly section: Section;
}

/** A value, an expression without names, or a text whose meaning depends on the type of the variable. */
export type RootInput =
  | { readonly kind: "value"; readonly value: HclValue }
  | { readonly kind: "expression"; readonly expression: Expression }
  | { readonly kind: "text"; readonly text: string; readonly from: string };

/** Something that Terraform would refuse, or that was not evaluated. */
export interface EvaluationProblem {
  readonly message: string;
  readonly location: Location;
}

/** What all modules of one configuration share. */
export interface Shared {
  readonly host: Host;
  readonly interpreter: Interpreter;
  /** Put before addresses, so that ids are unique in a scan of several inputs. */
  readonly idPrefix: string;
  readonly wholes: Map<string, Whole>;
  /** Counts instances; false when there are too many of them in all, and it is told. */
  readonly admit: (what: "modules" | "instances", count: number) => boolean;
  /** Tells that something is larger than is evaluated. */
  readonly leaveOut: (reason: string) => void;
  readonly report: (problem: EvaluationProblem) => void;
}
