import { isAutomatic } from "./automatic.ts"
import { readMailHeader } from "./mail-header.ts"
import { readHeaderBlock } from "./mime/header-block.ts"
import { readStructuredHeader } from "./mime/structured-header.ts"
import { withLineFeeds } from "./mime/lines.ts"
import type { ReadingOptions } from "./read-mail.ts"
import type { ReadMail, UnreadableReason } from "./read-mail.types.ts"

const HEADER_BYTES = 64 * 1024
const FIELD_CHARACTERS = 4_000
const FIELDS = 500

/**
 * What is known of a mail that could not be read: what its first 64 kB of header say. The mail is shown with its original beside
 * it; it's never lost. Cheap and bounded, for it runs where the reading was stopped.
 */
export function fallbackMail(raw: Buffer, reason: UnreadableReason, options: ReadingOptions = {}): ReadMail {
  const block = readHeaderBlock(withLineFeeds(Buffer.from(raw.subarray(0, HEADER_BYTES))), 0)
  const fields = block.fields.slice(0, FIELDS).map(({ name, body }) => ({ name, body: body.slice(0, FIELD_CHARACTERS) }))
  const warnings = new Set([`unreadable.${reason}`])
  const header = readMailHeader(fields, options, (code) => void warnings.add(code))
  const type = readStructuredHeader(fields.find((field) => field.name === "content-type")?.body ?? "text/plain").value
  const { subject, returnPath } = header
  return {
    ...header,
    text: "",
    html: null,
    newText: "",
    quoted: "",
    signature: "",
    attachments: [],
    events: [],
    automatic: isAutomatic({ fields, type, subject, fromAddress: header.from?.address ?? "", returnPath }),
    bounce: { kind: "none", recipients: [] },
    warnings: [...warnings],
  }
}
