import { namedReference } from "./named-references.ts"

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z_][\w.-]{0,60}));/g
const C1 = /[\u0080-\u009f]/
const windows1252 = new TextDecoder("windows-1252")
const utf8 = new TextDecoder("utf-8", { fatal: true })

/**
 * Decodes the character references of XML and HTML, those of a document type (`own`) first. What stands for nothing stays as written.
 */
export function decodeReferences(text: string, own: (name: string) => string | null = () => null): string {
  if (!text.includes("&")) return text
  const decoded = text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return own(name) ?? namedReference(name) ?? whole
    return character(decimal ? Number(decimal) : Number.parseInt(hex!, 16))
  })
  return C1.test(decoded) ? meant(decoded) : decoded
}

function character(point: number): string {
  if (point === 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return "\ufffd"
  return String.fromCodePoint(point)
}

/** Codes that no text has were bytes: of UTF-8 where they are that, else of windows-1252 (as HTML reads them). */
function meant(text: string): string {
  if (/^[\u0000-\u00ff]*$/.test(text)) {
    try {
      return utf8.decode(Buffer.from(text, "latin1"))
    } catch {
      // not UTF-8 taken for something else
    }
  }
  return text.replace(/[\u0080-\u009f]/g, (code) => windows1252.decode(Uint8Array.of(code.charCodeAt(0))))
}
