import type { Keys } from "#platform"

/** The keyed part of the link in a question's mail: it names the question and proves by 96 bits of HMAC-SHA-256 that Vigie asked it. */
export function writeQuestionToken(keys: Keys, id: string): string {
  return Buffer.concat([Buffer.from(id.replaceAll("-", ""), "hex"), keys.sign("satisfaction", id, 12)]).toString("base64url")
}

/** The question's id, or null when the token isn't one of ours. */
export function readQuestionToken(keys: Keys, token: string): string | null {
  if (!/^[\w-]{38}$/.test(token)) return null
  const bytes = Buffer.from(token, "base64url")
  if (bytes.length !== 28 || bytes.toString("base64url") !== token) return null
  const hex = bytes.toString("hex", 0, 16)
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")
  return keys.verify("satisfaction", id, bytes.subarray(16)) ? id : null
}
