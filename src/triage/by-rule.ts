/** What is kept for each rule. The verdicts of a rule stand together, so it is looked up once for all of them. */
export class ByRule<Kept> {
  readonly #make: () => Kept;
  readonly #kept = new Map<string, Kept>();
  #last: string | undefined;
  #own: Kept | undefined;

  constructor(make: () => Kept) {
    this.#make = make;
  }

  /** What is kept for a rule, made when it is first asked for. */
  of(rule: string): Kept {
    if (this.#own !== undefined && rule === this.#last) return this.#own;
    const own = this.#kept.get(rule) ?? this.#make();
    this.#kept.set(rule, own);
    this.#last = rule;
    this.#own = own;
    return own;
  }

  /** What is kept for a rule that somebody has asked for. */
  get(rule: string): Kept | undefined {
    return this.#kept.get(rule);
  }
}
