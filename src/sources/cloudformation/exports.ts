import { memberOf } from "../../languages/cloudformation/template-node.ts";
import { textOf } from "../../languages/cloudformation/join-text.ts";
import { Unknown, UnknownText, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { OpenNames, mayBeNamed, shownName } from "./open-names.ts";
import type { Stack } from "./stack.ts";

interface Exported {
  readonly stack: Stack;
  readonly output: string;
}

/** What the stacks of a scan export to one another. */
export class Exports {
  #stacks: readonly Stack[] = [];
  #named: Map<string, Exported[]> | undefined;
  #openNames: OpenNames | undefined;

  setStacks(stacks: readonly Stack[]): void {
    this.#stacks = stacks;
    this.#named = undefined;
    this.#openNames = undefined;
  }

  /**
   * The value of an export. A name that is not known as a whole, such as `${AWS::StackName}-Vpc`, names the export with
   * the same pieces. Unknown for an export of a stack outside of the scan, and where two stacks have it.
   */
  find(name: Value): Value {
    const key = this.#keyOf(name);
    if (key === undefined) return new Unknown(`which export is imported is not known${whyOpen(name)}`);
    const [found, ...more] = this.#all().get(key) ?? [];
    const shown = shownName(name);
    if (found === undefined) return new Unknown(this.#whyMissing(name, shown));
    if (more.length > 0) return new Unknown(`several stacks of this scan export ${shown}`);
    return found.stack.output(found.output) ?? new Unknown(`the export ${shown} has no value`);
  }

  #whyMissing(name: Value, shown: string): string {
    const text = textOf(name);
    if (text === undefined) return `no stack of this scan exports ${shown}${whyOpen(name)}`;
    const why = `the export ${shown} is of a stack outside of this scan`;
    const mayBeHere = [...this.#all().keys()].some((key) => mayBeNamed(key, text));
    return mayBeHere ? `${why}, or of one whose name is not known` : why;
  }

  #keyOf(name: Value | undefined): string | undefined {
    const text = textOf(name);
    // a name that is known is itself, and no name has a line break
    if (text !== undefined) return text;
    this.#openNames ??= new OpenNames(this.#stacks);
    return this.#openNames.keyOf(name);
  }

  #all(): ReadonlyMap<string, readonly Exported[]> {
    if (this.#named !== undefined) return this.#named;
    const named = new Map<string, Exported[]>();
    // a name that imports another export would ask again
    this.#named = named;
    for (const stack of this.#stacks) {
      for (const [output, node] of stack.parts.template.outputs) {
        const written = memberOf(memberOf(node, "Export"), "Name");
        const key = written === undefined ? undefined : this.#keyOf(stack.interpreter.value(written));
        if (key !== undefined) named.set(key, [...(named.get(key) ?? []), { stack, output }]);
      }
    }
    return named;
  }
}

function whyOpen(name: Value): string {
  const known = plain(name);
  if (!(known instanceof Unknown)) return "";
  return known instanceof UnknownText ? ` (${known.reason})` : `: ${known.reason}`;
}
