import { decodeWords } from "postal-mime"
import { decodeBytes } from "#markup"
import { textOfHeader } from "./header-text.ts"

const CONTINUATION = /^([^*]+)\*(?:(\d{1,3})(\*)?)?$/

/** Puts `name*0*=utf-8''a%20; name*1=b` together again (RFC 2231 § 3 and 4). */
export function joinContinuations(parameters: Map<string, string>): Map<string, string> {
  const plain = new Map<string, string>()
  const pieces = new Map<string, { order: number; encoded: boolean; value: string }[]>()
  for (const [name, value] of parameters) {
    const match = CONTINUATION.exec(name)
    if (!match) {
      plain.set(name, decodeWords(textOfHeader(value)))
      continue
    }
    const base = match[1]!
    const encoded = match[3] === "*" || match[2] === undefined
    pieces.set(base, [...(pieces.get(base) ?? []), { order: Number(match[2] ?? 0), encoded, value }])
  }
  for (const [name, list] of pieces) plain.set(name, joinPieces(list.toSorted((a, b) => a.order - b.order)))
  return plain
}

function joinPieces(pieces: { encoded: boolean; value: string }[]): string {
  let charset = "utf-8"
  const bytes: Buffer[] = []
  pieces.forEach((piece, index) => {
    let value = piece.value
    const declared = index === 0 && piece.encoded ? /^([^']*)'[^']*'/.exec(value) : null
    if (declared) {
      charset = declared[1] || charset
      value = value.slice(declared[0].length)
    }
    bytes.push(piece.encoded ? percentDecoded(value) : Buffer.from(value, "latin1"))
  })
  return decodeBytes(Buffer.concat(bytes), charset).text
}

function percentDecoded(value: string): Buffer {
  return Buffer.from(
    value.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  )
}
