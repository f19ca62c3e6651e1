const RUN = /\+([A-Za-z0-9+/]*)-?/g

/**
 * UTF-7 (RFC 2152). It is decoded once, here, so that what it hides goes through the same escaping and sanitising as any other
 * text; bytes above 127 don't exist in it and become U+FFFD.
 */
export function decodeUtf7(bytes: Uint8Array): string {
  const ascii = Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\u0080-\u00ff]/g, "\ufffd")
  return ascii.replace(RUN, (whole, run: string) => (run ? decodeRun(run) : whole === "+-" ? "+" : whole))
}

/** Base64 of UTF-16, big end first; what doesn't fill sixteen bits is padding. */
function decodeRun(run: string): string {
  const bytes = Buffer.from(run, "base64")
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2))
  return Buffer.from(even).swap16().toString("utf16le")
}
