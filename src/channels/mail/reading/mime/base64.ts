/** Base64 up to its padding; null when more than one foreign character in thirty-two shows that it is none, but somebody's text. */
export function decodeBase64(body: Buffer): Buffer | null {
  let kept = 0
  let foreign = 0
  const alphabet = Buffer.allocUnsafe(body.length)
  for (const byte of body) {
    if (byte === 0x3d && kept) break
    if (isBase64(byte)) alphabet[kept++] = byte
    else if (byte > 0x20) foreign++
  }
  return foreign * 32 > kept ? null : Buffer.from(alphabet.toString("latin1", 0, kept), "base64")
}

function isBase64(byte: number): boolean {
  return (
    (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x2b || byte === 0x2f
  )
}
