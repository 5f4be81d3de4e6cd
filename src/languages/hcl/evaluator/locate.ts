import type { Location } from "../../../model/location.ts";
import type { HclFile } from "../ast.ts";

/** A place in a file as people name it. */
export function locate(file: HclFile, offset: number): Required<Location> {
  const { line, column } = file.lines.positionAt(offset);
  return { file: file.file, line, column };
}

/** `main.tf:3:5` */
export function describePlace({ file, line, column }: Location): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}
