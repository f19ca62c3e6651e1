import { cleanText } from "./clean-text.ts"
import { decodeDos, isDosCodePage } from "./dos-code-pages.ts"
import { decodeUtf7 } from "./utf-7.ts"
import { charsetAlias } from "./charset-aliases.ts"

export interface DecodedText {
  text: string
  /** The label names no charset that is known: the bytes were read as UTF-8 or windows-1252. */
  unknown: boolean
  /** The bytes are not what the label says. */
  wrong: boolean
}

/** Turns bytes into clean text under the charset that the mail declares (null: none), as the WHATWG Encoding standard names them. */
export function decodeBytes(bytes: Uint8Array, label: string | null): DecodedText {
  const charset = charsetAlias(label)
  if (charset === null) return { text: cleanText(guess(bytes)), unknown: false, wrong: false }
  if (charset === "utf-7") return { text: cleanText(decodeUtf7(bytes)), unknown: false, wrong: false }
  if (charset === "utf-8") return decodeUtf8(bytes)
  if (isDosCodePage(charset)) return { text: cleanText(decodeDos(bytes, charset)), unknown: false, wrong: false }
  const decoder = decoderFor(charset)
  if (!decoder) return { text: cleanText(guess(bytes)), unknown: true, wrong: false }
  return { text: cleanText(decoder.decode(bytes)), unknown: false, wrong: false }
}

/** A text declared UTF-8 in which every non-ASCII byte is wrong was written in windows-1252. */
function decodeUtf8(bytes: Uint8Array): DecodedText {
  const text = new TextDecoder("utf-8").decode(bytes)
  const wrong = text.includes("\ufffd")
  const onlyWrong = wrong && !/[^\u0000-\u007f\ufffd]/.test(text)
  return { text: cleanText(onlyWrong ? windows1252(bytes) : text), unknown: false, wrong }
}

function guess(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return windows1252(bytes) // not UTF-8: what most mailers that declare nothing mean
  }
}

function windows1252(bytes: Uint8Array): string {
  return new TextDecoder("windows-1252").decode(bytes)
}

function decoderFor(charset: string): TextDecoder | null {
  try {
    const decoder = new TextDecoder(charset)
    return decoder.encoding === "replacement" ? null : decoder
  } catch {
    return null // a label outside the standard
  }
}
