/** A mail as it goes over the line (RFC 5321 §4.5.2): each line that begins with a dot gets another; the last line is ended. */
export function stuffDots(bytes: Buffer): Buffer {
  const pieces: (Buffer | string)[] = []
  let from = 0
  if (bytes[0] === 46) pieces.push(".")
  for (let at = bytes.indexOf("\r\n."); at >= 0; at = bytes.indexOf("\r\n.", at + 2)) {
    pieces.push(bytes.subarray(from, at + 2), ".")
    from = at + 2
  }
  pieces.push(bytes.subarray(from))
  if (!bytes.subarray(-2).equals(Buffer.from("\r\n"))) pieces.push("\r\n")
  return Buffer.concat(pieces.map((piece) => (typeof piece === "string" ? Buffer.from(piece) : piece)))
}
