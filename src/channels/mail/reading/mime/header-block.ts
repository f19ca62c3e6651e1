import { lineAt } from "./lines.ts"

/** A header field: its name in lower case, its body unfolded (RFC 5322 § 2.2.3), not yet decoded, one character a byte. */
export interface HeaderField {
  name: string
  body: string
}

export interface HeaderBlock {
  fields: HeaderField[]
  /** Where the body begins. */
  end: number
  /** The block held lines that are no header field, or ran into a boundary. */
  broken: boolean
}

const FIELD_NAME = /^([!-9;-~]{1,200})[ \t]*:/
const MBOX_LINE = /^>?From /

/**
 * Reads a header block. Forgiving as mailers are careless: a line that is no field is skipped when more fields follow, and begins
 * the body when none does (the blank line was forgotten).
 *
 * @param stopsAt tells whether the line beginning there belongs to what encloses this part (a boundary)
 */
export function readHeaderBlock(bytes: Buffer, start: number, stopsAt: (at: number) => boolean = () => false): HeaderBlock {
  const fields: HeaderField[] = []
  let at = skipMark(bytes, start)
  let afterLastField = at
  let broken = false
  let folded: string[] = []
  const close = () => {
    const field = fields.at(-1)
    if (field && folded.length) field.body = [field.body, ...folded].join(" ").trim()
    folded = []
  }
  while (at < bytes.length) {
    const { end, next } = lineAt(bytes, at)
    if (stopsAt(at)) {
      broken = true
      break
    }
    if (end === at) {
      close()
      const skipped = afterLastField < at
      return { fields, end: skipped ? afterLastField : next, broken: broken || skipped }
    }
    const line = bytes.toString("latin1", at, end)
    const name = FIELD_NAME.exec(line)
    if (isBlank(line[0]) && fields.length && afterLastField === at) {
      folded.push(line.trim())
      afterLastField = next
    } else if (name) {
      close()
      broken ||= afterLastField < at
      fields.push({ name: name[1]!.toLowerCase(), body: line.slice(name[0].length).trim() })
      afterLastField = next
    } else if (MBOX_LINE.test(line) && !fields.length) {
      afterLastField = next
    }
    at = next
  }
  close()
  return { fields, end: Math.min(afterLastField, at), broken: broken || afterLastField < at }
}

/** The first field of that name, or null. */
export function headerOf(fields: readonly HeaderField[], name: string): string | null {
  return fields.find((field) => field.name === name)?.body ?? null
}

export function headersOf(fields: readonly HeaderField[], name: string): string[] {
  return fields.filter((field) => field.name === name).map((field) => field.body)
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t"
}

function skipMark(bytes: Buffer, start: number): number {
  return bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf ? start + 3 : start
}
