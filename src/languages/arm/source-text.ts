import type { Location } from "../../model/location.ts";
import { LineIndex } from "../hcl/line-index.ts";

/** A file that nodes stand in: one object for all of its nodes, which keep only their offset in it. */
export class SourceText {
  /** The path as reports show it. */
  readonly path: string;
  readonly text: string;
  readonly #lines: LineIndex;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
    this.#lines = new LineIndex(text);
  }

  /** Line and column of a UTF-16 offset. */
  locate(offset: number): Location {
    const { line, column } = this.#lines.positionAt(offset);
    return { file: this.path, line, column };
  }
}

/** Units between two places; no text of one place is longer. */
const STRIDE = 2 ** 24;

/** What is put together of parts that are written in many places: its offsets count these, not units of a text. */
export class PlacedText extends SourceText {
  readonly #places: (() => Location)[] = [];

  constructor(around: SourceText) {
    super(around.path, "");
  }

  /** The offset that stands for a place. */
  place({ source, start }: { readonly source: SourceText; readonly start: number }): number {
    this.#places.push(() => source.locate(start));
    return (this.#places.length - 1) * STRIDE;
  }

  override locate(offset: number): Location {
    return this.#places[Math.floor(offset / STRIDE)]?.() ?? { file: this.path };
  }
}
