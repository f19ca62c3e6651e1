import { createHash } from "node:crypto"

/** A header field as it stands in the message: its name in lower case, and the whole of it, folded lines included, without the last CRLF. */
export interface Field {
  name: string
  raw: string
}

/** Header and body of a message whose lines end with CRLF. Latin-1 strings hold its bytes one to one. */
export function splitMessage(bytes: Buffer): { fields: Field[]; body: Buffer } {
  const end = bytes.indexOf("\r\n\r\n")
  const head = bytes.subarray(0, end < 0 ? bytes.length : end).toString("latin1")
  const fields = head.split(/\r\n(?![ \t])/).map((raw) => ({ name: raw.slice(0, raw.indexOf(":")).trim().toLowerCase(), raw }))
  return { fields, body: end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 4) }
}

/** Relaxed (RFC 6376 §3.4.2): name in lower case, unfolded, runs of white space as one space, none around the colon or at the end. */
export function relaxedField(raw: string): string {
  const colon = raw.indexOf(":")
  const value = raw
    .slice(colon + 1)
    .replace(/\r\n/g, "")
    .replace(/[ \t]+/g, " ")
    .trim()
  return `${raw.slice(0, colon).trim().toLowerCase()}:${value}`
}

/** Hash of the relaxed body (RFC 6376 §3.4.4): white space at line ends gone, runs of it one space, empty lines at the end gone. */
export function relaxedBodyHash(body: Buffer): string {
  const text = body
    .toString("latin1")
    .replace(/[ \t]+/g, " ")
    .replace(/ (?=\r\n|$)/g, "")
    .replace(/(\r\n)+$/, "")
  return createHash("sha256")
    .update(text === "" ? "" : `${text}\r\n`, "latin1")
    .digest("base64")
}
