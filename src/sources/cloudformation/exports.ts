import { memberOf } from "../../languages/cloudformation/template-node.ts";
import { textOf } from "../../languages/cloudformation/join-text.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Stack } from "./stack.ts";

interface Exported {
  readonly stack: Stack;
  readonly output: string;
}

/** What the stacks of a scan export to one another. */
export class Exports {
  #stacks: readonly Stack[] = [];
  #named: Map<string, Exported[]> | undefined;

  setStacks(stacks: readonly Stack[]): void {
    this.#stacks = stacks;
    this.#named = undefined;
  }

  /** The value of an export; unknown for one of a stack outside of the scan, and where two stacks have it. */
  find(name: string): Value {
    const [found, ...more] = this.#all().get(name) ?? [];
    if (found === undefined) return new Unknown(`the export ${name} is of a stack outside of this scan`);
    if (more.length > 0) return new Unknown(`several stacks of this scan export ${name}`);
    return found.stack.output(found.output) ?? new Unknown(`the export ${name} has no value`);
  }

  #all(): ReadonlyMap<string, readonly Exported[]> {
    if (this.#named !== undefined) return this.#named;
    const named = new Map<string, Exported[]>();
    // a name that imports another export would ask again
    this.#named = named;
    for (const stack of this.#stacks) {
      for (const [output, node] of stack.parts.template.outputs) {
        const written = memberOf(memberOf(node, "Export"), "Name");
        const name = written === undefined ? undefined : textOf(plain(stack.interpreter.value(written)));
        if (name !== undefined) named.set(name, [...(named.get(name) ?? []), { stack, output }]);
      }
    }
    return named;
  }
}
