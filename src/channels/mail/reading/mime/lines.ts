const LF = 0x0a
const CR = 0x0d

/** Where the line that begins at `start` ends (`end`, before its line break) and where the next begins. */
export function lineAt(bytes: Buffer, start: number, limit = bytes.length): { end: number; next: number } {
  const found = bytes.indexOf(LF, start)
  if (found < 0 || found >= limit) return { end: limit, next: limit }
  const end = found > start && bytes[found - 1] === CR ? found - 1 : found
  return { end, next: found + 1 }
}

/** Mails of old Macintoshes end their lines with a lone CR: such a mail is read as if they were LF. */
export function withLineFeeds(raw: Buffer): Buffer {
  if (raw.includes(LF) || !raw.includes(CR)) return raw
  const copy = Buffer.from(raw)
  for (let at = copy.indexOf(CR); at >= 0; at = copy.indexOf(CR, at + 1)) copy[at] = LF
  return copy
}
