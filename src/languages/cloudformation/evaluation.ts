import type { Unknown, Value } from "../../model/value.ts";
import type { Meter } from "./meter.ts";
import type { TemplateNode } from "./template-node.ts";
import type { Template } from "./template.ts";

/** What a stack knows of the world around its template. */
export interface Host {
  /** What `Ref` of a parameter gives; `undefined` when there is no such parameter. */
  parameter(name: string): Value | undefined;
  /** What `AWS::Region` and the like are; `undefined` when there is no such pseudo parameter. */
  pseudo(name: string): Value | undefined;
  /** What `Ref` (no attribute) or `GetAtt` of a resource gives; `undefined` when there is no such resource. */
  resource(logicalId: string, attribute: string | undefined): Value | undefined;
  /** What another stack exports under a name, of which pieces may be unknown. */
  imported(name: Value): Value;
  /** Names that `Ref` may have, for a hint. */
  names(): Iterable<string>;
}

/** Something wrong that evaluation found, where it stands. */
export type Report = (code: string, message: string, offset: number) => void;

/** A condition: known, or why it is not. */
export type Decision = boolean | Unknown;

/** What functions may ask of the stack that they are evaluated in. */
export interface Evaluation {
  readonly template: Template;
  readonly host: Host;
  readonly meter: Meter;
  readonly report: Report;
  /** The value of a node; `undefined` is `AWS::NoValue`. */
  value(node: TemplateNode): Value | undefined;
  /** A value where absence makes no sense, as in the pieces of a text. */
  present(node: TemplateNode | undefined, what: string): Value;
  condition(name: string, offset: number): Decision;
  test(node: TemplateNode): Decision;
  choose(decision: Decision, whenTrue: TemplateNode, whenFalse: TemplateNode): Value | undefined;
  reference(name: string, attribute: string | undefined, offset: number): Value | undefined;
}

/** How a function makes a value of its argument. `offset` is where the function stands. */
export type Evaluate = (stack: Evaluation, argument: TemplateNode, offset: number) => Value | undefined;
