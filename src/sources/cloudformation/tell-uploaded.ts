import type { OpenTemplate } from "./open-template.ts";
import type { Told } from "./told.ts";

/** Whoever reads the report knows that the file is taken for what is uploaded. */
export function tellUploaded({ file, nested }: OpenTemplate, told: Told): void {
  for (const [logicalId, inner] of nested) {
    if (typeof inner === "string") continue;
    if (inner.isUploaded === true) {
      told.diagnose({
        code: "cloudformation-uploaded-template",
        level: "note",
        message: `${logicalId} is read from ${inner.file.path}, whose name its address ends with`,
        location: { file: file.path },
      });
    }
    tellUploaded(inner, told);
  }
}
