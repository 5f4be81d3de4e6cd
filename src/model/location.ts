/** A place in a file that a person wrote. `line` and `column` count from 1; a file that has no lines leaves them out. */
export interface Location {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}
