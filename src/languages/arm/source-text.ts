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

/** A text that is put together in another file: everything in it is where that is done. */
export class MadeText extends SourceText {
  readonly #place: Location;

  constructor(path: string, text: string, place: Location) {
    super(path, text);
    this.#place = place;
  }

  override locate(): Location {
    return this.#place;
  }
}
