import { createHash, type KeyObject, sign } from "node:crypto"
import { relaxedBodyHash, relaxedField, splitMessage, type Field } from "./canonical.ts"

/** A key that is ready to sign: parsed once. */
export interface SigningKey {
  selector: string
  algorithm: "rsa-sha256" | "ed25519-sha256"
  privateKey: KeyObject
}

/**
 * What is signed when it is there. `List-Unsubscribe-Post` is: Gmail and Yahoo heed one-click unsubscribing only then (RFC 8058 §3.1).
 */
const SIGNED = [
  "from",
  "reply-to",
  "subject",
  "date",
  "to",
  "cc",
  "message-id",
  "in-reply-to",
  "references",
  "mime-version",
  "content-type",
  "content-transfer-encoding",
  "auto-submitted",
  "list-id",
  "list-unsubscribe",
  "list-unsubscribe-post",
]

/** Named once more than they stand there: nobody on the way can add a second one (RFC 6376 §8.15). */
const SEALED = ["from", "reply-to", "subject", "date", "to", "cc", "message-id", "content-type"]

/** Signs a message for a domain (RFC 6376, relaxed/relaxed; Ed25519 by RFC 8463), one signature for each key, and gives it with them. */
export function signMessage(bytes: Buffer, domain: string, keys: readonly SigningKey[], at: Date): Buffer {
  const { fields, body } = splitMessage(bytes)
  const bodyHash = relaxedBodyHash(body)
  const signatures = keys.map((key) => signatureOf(fields, bodyHash, domain, key, at))
  return Buffer.concat([Buffer.from(signatures.map((signature) => `${signature}\r\n`).join("")), bytes])
}

function signatureOf(fields: readonly Field[], bodyHash: string, domain: string, key: SigningKey, at: Date): string {
  const names = SIGNED.flatMap((name) => {
    const times = fields.filter((field) => field.name === name).length
    return Array<string>(times + (SEALED.includes(name) ? 1 : 0)).fill(name)
  })
  const tags = `v=1; a=${key.algorithm}; c=relaxed/relaxed; d=${domain}; s=${key.selector}; t=${Math.floor(at.getTime() / 1000)};`
  const unsigned = `DKIM-Signature: ${tags}\r\n ${fold(`h=${names.join(":")};`, ":")}\r\n bh=${bodyHash};\r\n b=`
  const signed = [...pick(fields, names).map((raw) => `${relaxedField(raw)}\r\n`), relaxedField(unsigned)].join("")
  const data = Buffer.from(signed, "latin1")
  // RFC 8463 §3: Ed25519 signs the SHA-256 of the data.
  const signature =
    key.algorithm === "rsa-sha256"
      ? sign("sha256", data, key.privateKey)
      : sign(null, createHash("sha256").update(data).digest(), key.privateKey)
  return `${unsigned}${signature.toString("base64").replace(/(.{72})(?=.)/g, "$1\r\n  ")}`
}

/** Of several fields of one name the last is meant first (RFC 6376 §5.4.2); a name beyond them means nothing. */
function pick(fields: readonly Field[], names: readonly string[]): string[] {
  const left = new Map<string, string[]>()
  for (const { name, raw } of fields) left.set(name, [...(left.get(name) ?? []), raw])
  return names.map((name) => left.get(name)?.pop()).filter((raw) => raw !== undefined)
}

/** Breaks a long list into lines after its separators. */
function fold(text: string, separator: string): string {
  let line = ""
  const lines: string[] = []
  for (const part of text.split(separator)) {
    if (line.length + part.length > 70) {
      lines.push(line)
      line = ""
    }
    line += `${part}${separator}`
  }
  return [...lines, line.slice(0, -separator.length)].join("\r\n  ")
}
