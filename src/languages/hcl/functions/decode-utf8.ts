const DECODER = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text, with its byte order mark if it has one; nothing for bytes that are no UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return DECODER.decode(bytes);
  } catch {
    return undefined;
  }
}
