/** A header's own name: up to 100 bytes, with up to 155 of the folders above where ustar is written (POSIX; GNU has other things there). */
export function ownName(header: Buffer): string {
  const name = upToNul(header.subarray(0, 100))
  const above = header.toString("latin1", 257, 263) === "ustar\0" ? upToNul(header.subarray(345, 500)) : ""
  return above ? `${above}/${name}` : name
}

/** A field that is full has no NUL at its end. */
export function upToNul(field: Buffer): string {
  const end = field.indexOf(0)
  return field.toString("utf8", 0, end < 0 ? field.length : end)
}

/** The name among pax records, each `LENGTH key=value\n` (POSIX pax, "Extended Header"); null when none tells it, or none can be read. */
export function pathInRecords(records: Buffer): string | null {
  let path: string | null = null
  for (let at = 0; at < records.length;) {
    const space = records.indexOf(" ", at)
    const length = space < 0 ? 0 : Number(records.toString("latin1", at, space))
    if (!Number.isSafeInteger(length) || at + length <= space + 1) return path
    const record = records.toString("utf8", space + 1, at + length - 1)
    if (record.startsWith("path=")) path = record.slice("path=".length)
    at += length
  }
  return path
}
