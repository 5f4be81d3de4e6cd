import type { Host } from "../../languages/cloudformation/evaluation.ts";
import { Interpreter } from "../../languages/cloudformation/interpreter.ts";
import type { Meter } from "../../languages/cloudformation/meter.ts";
import { memberOf, scalarText } from "../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../languages/cloudformation/template-node.ts";
import type { Template } from "../../languages/cloudformation/template.ts";
import type { Location } from "../../model/location.ts";
import type { ModuleCall } from "../../model/resource.ts";
import { Reference, Unknown, UnknownChoice, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { readParameter } from "./parameters.ts";
import { shapeOf } from "./shapes.ts";
import type { StackPlace } from "./stack-place.ts";
import type { TemplateFile } from "./template-file.ts";
import type { Told } from "./told.ts";

/** The APIs that SAM makes for events that name none. */
const IMPLICIT_APIS: ReadonlySet<string> = new Set(["ServerlessRestApi", "ServerlessHttpApi"]);

export interface StackParts {
  readonly file: TemplateFile;
  readonly template: Template;
  readonly meter: Meter;
  readonly told: Told;
  readonly place: StackPlace;
  /** Put before logical ids, so that two stacks of one scan never share one. */
  readonly idPrefix: string;
  /** Put before logical ids in addresses: the stacks around this one. */
  readonly addressPrefix: string;
  readonly calls: readonly ModuleCall[];
  /** Why it is not certain that the stack is there. */
  readonly uncertain: Unknown | undefined;
  /** The value that a parameter is given, instead of its default. */
  given(name: string): Value | undefined;
  /** What other stacks of the scan export. */
  imported(name: Value): Value;
}

/** One template with the values of one deployment: its parameters, its resources by name, and what they are worth. */
export class Stack implements Host {
  readonly parts: StackParts;
  readonly interpreter: Interpreter;
  /** The stacks inside, by the logical id of their resource. */
  readonly nested = new Map<string, Stack>();
  readonly #parameters = new Map<string, Value>();
  readonly #asked = new Set<string>();
  /** What resources give by their names and attributes; most are named again and again. */
  readonly #named = new Map<string, Map<string | undefined, Value | undefined>>();

  constructor(parts: StackParts) {
    this.parts = parts;
    this.interpreter = new Interpreter(parts.template, this, parts.meter, (code, message, offset) => {
      parts.told.report(code, message, this.locate(offset));
    });
  }

  locate(offset: number): Location {
    return this.parts.file.locate(offset);
  }

  idOf(logicalId: string): string {
    return `${this.parts.idPrefix}${logicalId}`;
  }

  typeOf(logicalId: string): string | undefined {
    return scalarText(memberOf(this.parts.template.resources.get(logicalId), "Type"));
  }

  /** Whether the condition of a resource lets it be there. */
  isThere(logicalId: string): boolean | Unknown {
    const condition = memberOf(this.parts.template.resources.get(logicalId), "Condition");
    if (condition === undefined) return true;
    const name = scalarText(condition);
    return name === undefined
      ? this.interpreter.test(condition)
      : this.interpreter.condition(name, condition.offset);
  }

  parameter(name: string): Value | undefined {
    const known = this.#parameters.get(name);
    if (known !== undefined) return known;
    const node = this.parts.template.parameters.get(name);
    if (node === undefined) return undefined;
    const key = `parameter ${name}`;
    if (this.#asked.has(key)) return new Unknown(`the parameter ${name} depends on itself`);
    this.#asked.add(key);
    const value = readParameter(name, node, this.parts.given(name));
    this.#asked.delete(key);
    this.#parameters.set(name, value);
    if (value instanceof UnknownChoice) this.parts.meter.madeChoices = true;
    return value;
  }

  pseudo(name: string): Value | undefined {
    return this.parts.place.pseudo.get(name);
  }

  imported(name: Value): Value {
    return this.parts.imported(name);
  }

  *names(): Iterable<string> {
    yield* this.parts.template.parameters.keys();
    yield* this.parts.template.resources.keys();
  }

  resource(logicalId: string, attribute: string | undefined): Value | undefined {
    // while a value is asked for, what it depends on looks as if it were not there
    if (this.#asked.size > 0) return this.#resource(logicalId, attribute);
    const known = this.#named.get(logicalId) ?? new Map<string | undefined, Value | undefined>();
    this.#named.set(logicalId, known);
    if (known.has(attribute)) return known.get(attribute);
    const value = this.#resource(logicalId, attribute);
    known.set(attribute, value);
    return value;
  }

  #resource(logicalId: string, attribute: string | undefined): Value | undefined {
    const node = this.parts.template.resources.get(logicalId);
    if (node === undefined) {
      // `Function.Alias` and `Function.Version` are SAM's words for what it makes of AutoPublishAlias
      const [owner = "", made] = logicalId.split(".");
      const isMade =
        made === "Alias" || made === "Version" || attribute === "Alias" || attribute === "Version";
      if (IMPLICIT_APIS.has(owner)) {
        return new Unknown(`${owner} is an API that SAM makes of the events of functions`);
      }
      return isMade && this.typeOf(owner) === "AWS::Lambda::Function"
        ? new Reference(this.idOf(owner), attribute ?? "Ref")
        : undefined;
    }
    const isThere = this.isThere(logicalId);
    if (isThere === false) return new Unknown(`${logicalId} is not created: its condition is false`);
    if (attribute?.startsWith("Outputs.") === true) return this.#nestedOutput(logicalId, attribute);
    const value = this.#valueOf(logicalId, node, attribute);
    return new Reference(this.idOf(logicalId), attribute ?? "Ref", value);
  }

  /** The value of an output; `undefined` when there is no such output, or its condition is false. */
  output(name: string): Value | undefined {
    const node = this.parts.template.outputs.get(name);
    const value = memberOf(node, "Value");
    if (node === undefined || value === undefined) return undefined;
    const key = `output ${name}`;
    if (this.#asked.has(key)) return new Unknown(`the output ${name} depends on itself`);
    this.#asked.add(key);
    const known = this.interpreter.value(value);
    this.#asked.delete(key);
    return known;
  }

  #nestedOutput(logicalId: string, attribute: string): Value {
    const name = attribute.slice("Outputs.".length);
    const reference = new Reference(this.idOf(logicalId), attribute);
    const nested = this.nested.get(logicalId);
    if (nested === undefined) {
      return new Unknown(`${logicalId}.${attribute} is of a stack that is not read`, [reference]);
    }
    return nested.output(name) ?? new Unknown(`the stack ${logicalId} has no output ${name}`);
  }

  /** What the template itself says of a name or an attribute: the property that `Ref` gives back, or one of that name. */
  #valueOf(logicalId: string, node: TemplateNode, attribute: string | undefined): Value | undefined {
    const property = attribute ?? shapeOf(this.typeOf(logicalId) ?? "")?.ref;
    if (property === undefined || property.includes(".")) return undefined;
    const written = memberOf(memberOf(node, "Properties"), property);
    const key = `${logicalId} ${property}`;
    if (written === undefined || this.#asked.has(key)) return undefined;
    this.#asked.add(key);
    const value = this.interpreter.value(written);
    this.#asked.delete(key);
    const known = plain(value);
    return typeof known === "string" || typeof known === "number" ? value : undefined;
  }
}
