/**
 * More levels than `most`, by brackets or by the columns that a line begins at. The parser of YAML must not see such a
 * text: it calls itself for every level, and where the stack ends V8 stops the process when a regular expression is met.
 */
export function isYamlNestedTooDeep(source: string, most: number): boolean {
  let depth = 0;
  let column = 0;
  let isIndent = true;
  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 0x0a) {
      isIndent = true;
      column = 0;
      continue;
    }
    if (code === 0x5b || code === 0x7b) depth += 1;
    else if ((code === 0x5d || code === 0x7d) && depth > 0) depth -= 1;
    // space, hyphen, question mark and colon begin a level
    if (isIndent && (code === 0x20 || code === 0x2d || code === 0x3f || code === 0x3a)) column += 1;
    else isIndent = false;
    if (depth > most || column > 2 * most) return true;
  }
  return false;
}
