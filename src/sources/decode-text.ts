/** Bytes as text: UTF-8, or UTF-16 as PowerShell's `>` writes it, with or without a byte order mark. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes.subarray(2), "utf-16le");
  if (first === 0xfe && second === 0xff) return decode(swapPairs(bytes.subarray(2)), "utf-16le");
  if (first === 0xef && second === 0xbb && third === 0xbf) return decode(bytes.subarray(3), "utf-8");
  // JSON and source text begin with ASCII, so a zero byte in the first pair tells the width
  if (bytes.length >= 2 && first !== 0 && second === 0) return decode(bytes, "utf-16le");
  if (bytes.length >= 2 && first === 0 && second !== 0) return decode(swapPairs(bytes), "utf-16le");
  return decode(bytes, "utf-8");
}

function decode(bytes: Uint8Array, encoding: "utf-8" | "utf-16le"): string {
  return new TextDecoder(encoding).decode(bytes);
}

function swapPairs(bytes: Uint8Array): Uint8Array {
  const swapped = Uint8Array.from(bytes);
  for (let index = 0; index + 1 < swapped.length; index += 2) {
    swapped[index] = bytes[index + 1] ?? 0;
    swapped[index + 1] = bytes[index] ?? 0;
  }
  return swapped;
}

/** The beginning of a zip file, which is what a binary plan is. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}
