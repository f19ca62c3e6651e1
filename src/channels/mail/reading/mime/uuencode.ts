import { lineAt } from "./lines.ts"

export interface UuencodedFile {
  name: string
  content: Buffer
  /** Where the block stands in the text, in bytes. */
  start: number
  end: number
}

const BEGIN = /^begin (?:-base64 )?[0-7]{3,4} (.{1,200})$/

/** The files that stand in a text as `begin 644 name … end` (POSIX uuencode), as mailers sent them before MIME. */
export function findUuencoded(body: Buffer): UuencodedFile[] {
  const files: UuencodedFile[] = []
  let from = body.indexOf("begin ")
  while (from >= 0 && files.length < 100) {
    const file = from === 0 || body[from - 1] === 0x0a ? fileAt(body, from) : null
    if (file) files.push(file)
    from = body.indexOf("begin ", file ? file.end : from + 6)
  }
  return files
}

export function uudecode(body: Buffer): Buffer | null {
  return findUuencoded(body)[0]?.content ?? null
}

function fileAt(body: Buffer, start: number): UuencodedFile | null {
  const first = lineAt(body, start)
  const begin = BEGIN.exec(body.toString("latin1", start, Math.min(first.end, start + 300)))
  if (!begin) return null
  const rows: Buffer[] = []
  for (let at = first.next; at < body.length;) {
    const { end, next } = lineAt(body, at)
    if (body.toString("latin1", at, end).trimEnd() === "end") {
      return { name: begin[1]!.trim(), content: Buffer.concat(rows), start, end: next }
    }
    const row = decodeRow(body.subarray(at, end))
    if (!row) return null
    rows.push(row)
    at = next
  }
  return null
}

/** One row: its first character gives the number of bytes, four characters carry three. Null when it can't be one. */
function decodeRow(row: Buffer): Buffer | null {
  const size = row.length ? (row[0]! - 0x20) & 0x3f : 0
  const groups = Math.ceil(size / 3)
  if (row.length > 1 + groups * 4 + 2 || (row.length < 1 + Math.ceil((size * 4) / 3) - 4 && size > 0)) return null
  const out = Buffer.alloc(groups * 3)
  for (let group = 0; group < groups; group++) {
    const bits = [0, 1, 2, 3].reduce((sum, index) => (sum << 6) | (((row[1 + group * 4 + index] ?? 0x20) - 0x20) & 0x3f), 0)
    out.writeUIntBE(bits & 0xffffff, group * 3, 3)
  }
  return out.subarray(0, size)
}
