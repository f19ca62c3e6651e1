import { readHeaderBlock, headersOf } from "../mime/header-block.ts"
import type { BouncedRecipient } from "../read-mail.types.ts"

/** Reads a complaint (RFC 5965 § 3): somebody called our mail unwanted. The recipient is often hidden; then none is named. */
export function readComplaint(body: Buffer): BouncedRecipient[] {
  const { fields } = readHeaderBlock(body, 0)
  const reason = headersOf(fields, "feedback-type")[0]?.toLowerCase().slice(0, 60) ?? "abuse"
  return headersOf(fields, "original-rcpt-to")
    .map((value) => value.replace(/[<>\s]/g, ""))
    .filter((address) => address.includes("@"))
    .slice(0, 1_000)
    .map((address) => ({ address, status: "", replyCode: "", reason, hard: false }))
}
