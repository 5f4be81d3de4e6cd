import { posix } from "node:path";
import type { Artifact, Location } from "sarif";
import type { ResultInput, ResultLocation } from "../../model/result-document.ts";
import type { RepositoryPaths } from "../reporter.ts";

/** Makes URIs of the paths of a result. */
export type UriOf = (path: string) => string;

/** The inputs with the hash of what was read. */
export function sarifArtifacts(inputs: readonly ResultInput[], uri: UriOf): Artifact[] {
  return inputs.map(({ path, sha256 }) => ({
    location: { uri: uri(path) },
    ...(sha256 !== "" && { hashes: { "sha-256": sha256 } }),
  }));
}

/** A place in a file. GitHub shows nothing that has no line, so what has none is shown at the first. */
export function sarifLocation({ file, line = 1, column }: ResultLocation, uri: UriOf): Location {
  const region = column === undefined ? { startLine: line } : { startLine: line, startColumn: column };
  return { physicalLocation: { artifactLocation: { uri: uri(file) }, region } };
}

/**
 * A path as a URI reference (RFC 3986). GitHub looks for a relative one from the root of the repository, so what lies in
 * the repository is named from there, wherever genoscan runs; what lies outside of it keeps its name.
 */
export function uriOf(path: string, repository?: RepositoryPaths): string {
  if (path === "-") return "stdin";
  const isWindows = /^[A-Za-z]:[\\/]/.test(path) || (path.includes("\\") && !path.includes("/"));
  const slashed = (isWindows ? path.replaceAll("\\", "/") : path).replace(/^(\.\/+)+/, "");
  const named = repository === undefined ? slashed : fromRoot(slashed, repository);
  const encoded = named.split("/").map(encodeSegment).join("/");
  if (/^[A-Za-z]%3A\//.test(encoded)) return `file:///${encoded.replace("%3A", ":")}`;
  return encoded.startsWith("/") ? `file://${encoded}` : encoded;
}

function fromRoot(path: string, repository: RepositoryPaths): string {
  const [root, current] = [repository.root, repository.current].map((folder) =>
    folder.replaceAll("\\", "/").replace(/\/$/, ""),
  ) as [string, string];
  const isAbsolute = /^(?:[A-Za-z]:)?\//.test(path);
  const absolute = isAbsolute ? posix.normalize(path) : posix.join(current, path);
  return absolute.startsWith(`${root}/`) ? absolute.slice(root.length + 1) : path;
}

function encodeSegment(segment: string): string {
  // half of a surrogate pair has no encoding
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, "\uFFFD"));
}
