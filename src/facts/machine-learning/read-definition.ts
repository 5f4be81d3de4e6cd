import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { valueAt } from "../../model/pointer.ts";
import { Unknown, isSensitive, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { mapKnown } from "./map-known.ts";

/** The definition of a pipeline as data, or why it is not known. */
export function readDefinition(pipeline: Resource): Value {
  const body = propertyAt(pipeline, "/PipelineDefinition/PipelineDefinitionBody");
  if (body === undefined) return new Unknown(whyNoBody(pipeline));
  const known = plain(body);
  if (known instanceof Unknown) return new Unknown(`the pipeline definition is not known: ${known.reason}`);
  // sources that know the property decode it
  return typeof known === "string" ? mapKnown(body, () => decode(known)) : body;
}

function decode(text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return new Unknown("the pipeline definition is not valid JSON");
  }
}

function whyNoBody(pipeline: Resource): string {
  const location = propertyAt(pipeline, "/PipelineDefinition/PipelineDefinitionS3Location");
  if (location === undefined) return "the pipeline has no definition";
  const [bucket, key] = ["Bucket", "Key"].map((name) => textOf(valueAt(location, [name])));
  const where = bucket !== undefined && key !== undefined ? `s3://${bucket}/${key}` : "S3";
  return `the pipeline definition lies in ${where}, where a scan of files does not read it`;
}

function textOf(value: Value | undefined): string | undefined {
  const known = isSensitive(value) ? undefined : plain(value);
  return typeof known === "string" ? known : undefined;
}
