/** The shortest way to write a path: without `.`, `..` after a name, doubled slashes and a slash at the end. */
export function cleanPath(path: string): string {
  const isAbsolute = path.startsWith("/");
  const kept: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") kept.push(part);
    else if (kept.length > 0 && kept.at(-1) !== "..") kept.pop();
    else if (!isAbsolute) kept.push(part);
  }
  const cleaned = kept.join("/");
  if (isAbsolute) return `/${cleaned}`;
  return cleaned === "" ? "." : cleaned;
}
