import type { Diagnostic, Gap } from "../../model/diagnostic.ts";
import type { Location } from "../../model/location.ts";

/** Beyond this many of one kind the rest is counted. */
const MOST_OF_A_KIND = 50;

/** What there is to say about the templates of an input, each thing once. */
export class Told {
  readonly #diagnostics = new Map<string, Diagnostic>();
  readonly #gaps = new Map<string, Gap>();
  readonly #counts = new Map<string, number>();

  report(code: string, message: string, location: Location): void {
    if (code === "cloudformation-macro") {
      this.gap({ code, subject: placeOf(location), reason: message, location });
      return;
    }
    this.diagnose({ code, level: "error", message, location });
  }

  diagnose(diagnostic: Diagnostic): void {
    const key = `${diagnostic.code} ${diagnostic.message} ${placeOf(diagnostic.location)}`;
    if (this.#diagnostics.has(key)) return;
    const count = (this.#counts.get(diagnostic.code) ?? 0) + 1;
    this.#counts.set(diagnostic.code, count);
    if (count <= MOST_OF_A_KIND) this.#diagnostics.set(key, diagnostic);
  }

  gap(gap: Gap): void {
    this.#gaps.set(`${gap.code} ${gap.subject} ${gap.reason}`, gap);
  }

  diagnostics(): readonly Diagnostic[] {
    const more = [...this.#counts]
      .filter(([, count]) => count > MOST_OF_A_KIND)
      .map(([code, count]) => ({
        code,
        level: "note" as const,
        message: `${String(count - MOST_OF_A_KIND)} more of this kind are not listed`,
      }));
    return [...this.#diagnostics.values(), ...more];
  }

  gaps(): readonly Gap[] {
    return [...this.#gaps.values()];
  }
}

function placeOf(location: Location | undefined): string {
  if (location === undefined) return "";
  const { file, line, column } = location;
  return [file, line, column].filter((part) => part !== undefined).join(":");
}
