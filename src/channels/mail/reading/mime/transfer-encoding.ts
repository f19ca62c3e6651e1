import { decodeBase64 } from "./base64.ts"
import { decodeQuotedPrintable } from "./quoted-printable.ts"
import { uudecode } from "./uuencode.ts"

export interface DecodedBody {
  bytes: Buffer
  /** The body is not in the encoding that its header names, and stands as it was written. */
  wrong: boolean
}

/** Undoes a Content-Transfer-Encoding (RFC 2045 § 6). An unknown one, or one that the body doesn't follow, leaves the bytes as they are. */
export function decodeTransfer(body: Buffer, encoding: string): DecodedBody {
  switch (encodingName(encoding)) {
    case "base64": {
      const bytes = decodeBase64(body)
      return { bytes: bytes ?? body, wrong: !bytes && body.length > 0 }
    }
    case "quoted-printable":
      return { bytes: decodeQuotedPrintable(body), wrong: false }
    case "uuencode":
      return { bytes: uudecode(body) ?? body, wrong: false }
    default:
      return { bytes: body, wrong: false }
  }
}

function encodingName(encoding: string): string {
  const token = /[a-z0-9-]+/.exec(encoding.toLowerCase())?.[0] ?? ""
  if (token.includes("base64")) return "base64"
  if (token.startsWith("quoted") || token === "qp") return "quoted-printable"
  return /^(?:x-)?uu(?:e|encode)$/.test(token) ? "uuencode" : "identity"
}
