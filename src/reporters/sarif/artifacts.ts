import type { Artifact, Location } from "sarif";
import type { ResultInput, ResultLocation } from "../../model/result-document.ts";

/** The inputs with the hash of what was read. */
export function sarifArtifacts(inputs: readonly ResultInput[]): Artifact[] {
  return inputs.map(({ path, sha256 }) => ({
    location: { uri: uriOf(path) },
    ...(sha256 !== "" && { hashes: { "sha-256": sha256 } }),
  }));
}

/** A place in a file. GitHub shows nothing that has no line, so what has none is shown at the first. */
export function sarifLocation({ file, line = 1, column }: ResultLocation): Location {
  const region = column === undefined ? { startLine: line } : { startLine: line, startColumn: column };
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } };
}

/** A path as a URI reference (RFC 3986): relative stays relative, so that it is found in the repository. */
export function uriOf(path: string): string {
  if (path === "-") return "stdin";
  const isWindows = /^[A-Za-z]:[\\/]/.test(path) || (path.includes("\\") && !path.includes("/"));
  const slashed = (isWindows ? path.replaceAll("\\", "/") : path).replace(/^(\.\/+)+/, "");
  const encoded = slashed.split("/").map(encodeSegment).join("/");
  if (/^[A-Za-z]%3A\//.test(encoded)) return `file:///${encoded.replace("%3A", ":")}`;
  return encoded.startsWith("/") ? `file://${encoded}` : encoded;
}

function encodeSegment(segment: string): string {
  // half of a surrogate pair has no encoding
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, "\uFFFD"));
}
