import { decodeWords } from "postal-mime"
import { cleanLine, decodeBytes } from "#markup"

/**
 * A header body, one character a byte, as text: UTF-8 where it is (RFC 6532), else windows-1252, as mailers that forget to encode
 * write it.
 */
export function textOfHeader(body: string): string {
  return isAscii(body) ? body : decodeBytes(Buffer.from(body, "latin1"), null).text
}

/** An unstructured header such as Subject, its encoded words decoded (RFC 2047), on one clean line. */
export function unstructured(body: string): string {
  return cleanLine(decodeWords(textOfHeader(body)))
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7e) return false
  return true
}
