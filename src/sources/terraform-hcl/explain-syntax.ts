/**
 * What HashiCorp's own parser says of a file that ours refuses, or nothing when it has nothing to say. It is WebAssembly
 * that takes a good while to load, so it is loaded here and for this alone.
 */
export async function explainSyntax(file: string, text: string): Promise<string | undefined> {
  try {
    const { parse } = await import("@cdktf/hcl2json");
    await parse(file, text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? diagnosticIn(error.message, file) : undefined;
  }
}

/** `parse config: [a.tf:2,1-2: Summary; Detail. a.tf:…]`: the first one, without the place, which the gap tells. */
function diagnosticIn(message: string, file: string): string | undefined {
  const list = /^parse config: \[(.*)\]$/su.exec(message.trim())?.[1];
  if (list === undefined || !list.startsWith(`${file}:`)) return undefined;
  const [first = ""] = list.slice(file.length + 1).split(` ${file}:`);
  const told = first.replace(/^\d+,\d+-(?:\d+,)?\d+: /u, "").trim();
  return told === "" ? undefined : told.replace(/\.$/u, "");
}
