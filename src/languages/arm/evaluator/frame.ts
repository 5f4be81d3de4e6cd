import type { ArmValue } from "../values/arm-value.ts";
import type { Instance } from "./instance.ts";

/** What names mean where an expression stands. */
export interface Frame {
  /** The template whose parameters, variables and resources are meant. */
  readonly instance: Instance;
  /** Parameters of lambdas, items and indexes of loops: the innermost first. */
  readonly locals?: Binding | undefined;
  /** The loops around, the innermost first. */
  readonly copies?: Copy | undefined;
  /** Inside of a user-defined function: its parameters, by their names in lower case. */
  readonly parameters?: ReadonlyMap<string, ArmValue> | undefined;
}

export interface Binding {
  readonly name: string;
  readonly value: ArmValue;
  readonly next: Binding | undefined;
}

export interface Copy {
  readonly name: string | undefined;
  readonly index: ArmValue;
  /** A loop of resources, modules or outputs: `copyIndex()` without a name means such a one. */
  readonly isOuter: boolean;
  readonly next: Copy | undefined;
}

export function bind(frame: Frame, name: string, value: ArmValue): Frame {
  return { ...frame, locals: { name, value, next: frame.locals } };
}

export function lookUp(frame: Frame, name: string): ArmValue | undefined {
  for (let binding = frame.locals; binding !== undefined; binding = binding.next) {
    if (binding.name === name) return binding.value;
  }
  return undefined;
}

/** The index of the loop with a name; without one, of the innermost loop of resources, else of the innermost. */
export function indexOf(frame: Frame, name: string | undefined): ArmValue | undefined {
  let innermost: ArmValue | undefined;
  for (let copy = frame.copies; copy !== undefined; copy = copy.next) {
    if (name === undefined) {
      if (copy.isOuter) return copy.index;
      innermost ??= copy.index;
    } else if (copy.name?.toLowerCase() === name.toLowerCase()) return copy.index;
  }
  return innermost;
}
