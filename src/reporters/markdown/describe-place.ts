import type { ResultLocation, ResultVerdict } from "../../model/result-document.ts";
import { describeLocation } from "../describe-evidence.ts";
import type { ReportOptions } from "../reporter.ts";
import { uriOf } from "../sarif/artifacts.ts";
import { codeSpan } from "./escape-markdown.ts";

/** `` `aws_s3_bucket.a` at [`main.tf:12:3`](…), called at `root.tf:4` `` */
export function describePlace(
  { resource, location, calls = [] }: ResultVerdict,
  options: ReportOptions,
): string {
  const address = codeSpan(resource?.address ?? "the input as a whole");
  if (location === undefined) return address;
  // from the inside out: what decides, then where its module is called
  const called = calls.map((call) => `, called at ${linkTo(call.location, options)}`).reverse();
  return `${address} at ${linkTo(location, options)}${called.join("")}`;
}

/** A place in a file, with a link to the line when the page knows where the files of the commit are. */
function linkTo(location: ResultLocation, { filesUrl, repository }: ReportOptions): string {
  const shown = codeSpan(describeLocation(location));
  const path = uriOf(location.file, repository);
  const isInside = !/^(?:[a-z]+:|stdin$|\.\.(?:\/|$))/i.test(path) && !path.includes("/../");
  if (filesUrl === undefined || !isInside) return shown;
  const anchor = location.line === undefined ? "" : `#L${String(location.line)}`;
  // what encodeURIComponent leaves, and Markdown would take for the end of the address
  const target = `${filesUrl}${path}`.replace(/[()'*!]/g, encode);
  return `[${shown}](${target}${anchor})`;
}

function encode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
