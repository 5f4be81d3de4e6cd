import type { Written } from "../expression.ts";
import type { TemplateProblem } from "../template.ts";
import { Open, Secure, WORD } from "../values/arm-value.ts";
import type { ArmValue } from "../values/arm-value.ts";
import { isOpaque, print } from "../values/print.ts";
import { joinText } from "../values/text.ts";
import type { RegisteredResource } from "./instance.ts";
import { segmentsOf } from "./place.ts";
import { Interpreter } from "./interpreter.ts";
import { Meter } from "./meter.ts";

/** What all templates of one input share. */
export class Shared {
  readonly meter = new Meter();
  readonly interpreter: Interpreter;
  readonly #secrets = new Map<string, Open>();
  readonly #byId = new Map<string, RegisteredResource[]>();
  readonly #addresses = new Map<string, number>();
  readonly #problems = new Map<string, TemplateProblem>();

  constructor() {
    this.interpreter = new Interpreter(this.meter, (code, message, written) => {
      this.tell({ code, level: "error", message, source: written.source, start: written.start });
    });
  }

  tell(problem: TemplateProblem): void {
    const { source, start, code, message } = problem;
    this.#problems.set(`${source.path} ${String(start)} ${code} ${message}`, problem);
  }

  gap(code: string, message: string, { source, start }: Written): void {
    this.tell({ code, level: "gap", message, source, start });
  }

  problems(): readonly TemplateProblem[] {
    return [...this.#problems.values()];
  }

  /** What stands in a name or id for a secret, the same for the same one: for each segment, so that it is found by its parent. */
  nameable(value: ArmValue): ArmValue {
    if (!(value instanceof Secure)) return value;
    const segments = segmentsOf(value);
    if (segments.length === 1) return this.#standIn(value);
    const shown = segments.map((segment) => this.nameable(segment));
    return joinText(shown.flatMap((segment, index) => (index === 0 ? [segment] : ["/", segment])));
  }

  #standIn(value: Secure): Open {
    const secret = value.value;
    const isPlain = secret instanceof Open && print(value) === secret.expression;
    if (isPlain) return secret;
    const key = secret instanceof Open ? secret.expression : `= ${print(secret)}`;
    const known = this.#secrets.get(key);
    if (known !== undefined) return known;
    const open = new Open("it must not be shown", `…secret${String(this.#secrets.size + 1)}`, [], WORD);
    this.#secrets.set(key, open);
    return open;
  }

  register(resource: RegisteredResource): void {
    const key = keyOfId(resource.id);
    if (isOpaque(key)) return;
    const same = this.#byId.get(key);
    if (same === undefined) this.#byId.set(key, [resource]);
    else same.push(resource);
  }

  /** The resources that have an id: those that are deployed before those that are only named. */
  withId(id: ArmValue): readonly RegisteredResource[] {
    const key = keyOfId(id);
    const found = isOpaque(key) ? [] : (this.#byId.get(key) ?? []);
    const deployed = found.filter((resource) => !resource.isExisting && resource.isThere !== false);
    return deployed.length > 0 ? deployed : found;
  }

  /** An address that no other resource has. */
  unique(address: string): string {
    const count = (this.#addresses.get(address) ?? 0) + 1;
    this.#addresses.set(address, count);
    return count === 1 ? address : `${address}#${String(count)}`;
  }
}

/** Ids have no case. */
export function keyOfId(id: ArmValue): string {
  const text = print(id).toLowerCase();
  return text.endsWith("/'") ? `${text.slice(0, -2)}'` : text;
}
