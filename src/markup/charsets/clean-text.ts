const NUL = /\u0000/g
const CONTROL = /[\u0000-\u001f\u007f-\u009f]+/g
const BIDI = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g

/**
 * Text fit to be stored and shown: no NUL (PostgreSQL refuses it), no lone surrogate, Unicode normal form C, and one kind of
 * line end.
 */
export function cleanText(text: string): string {
  const withoutNul = text.includes("\u0000") ? text.replace(NUL, "") : text
  const lines = withoutNul.includes("\r") ? withoutNul.replace(/\r\n?/g, "\n") : withoutNul
  return lines.toWellFormed().normalize("NFC")
}

/** The same for a text of one line: a subject, a name, a file name. Control characters become one space. */
export function cleanLine(text: string): string {
  return cleanText(text.replace(CONTROL, " ")).trim()
}

/** Takes out the characters that turn the direction of writing, with which `exe.fdp` passes for `pdf.exe` (Unicode UAX 9). */
export function withoutBidi(text: string): string {
  return text.replace(BIDI, "")
}

export function hasControl(text: string): boolean {
  return text.search(CONTROL) >= 0
}

export function hasBidi(text: string): boolean {
  return text.search(BIDI) >= 0
}
