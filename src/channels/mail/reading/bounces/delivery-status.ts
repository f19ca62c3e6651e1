import { cleanText } from "#markup"
import type { BouncedRecipient } from "../read-mail.types.ts"
import { readHeaderBlock, headerOf, type HeaderField } from "../mime/header-block.ts"
import { statusMeaning } from "./status.ts"

/** What a delivery report says became of each recipient. */
export interface DeliveryStatus {
  actions: Set<string>
  recipients: BouncedRecipient[]
}

const MOST_RECIPIENTS = 1_000

/** Reads a `message/delivery-status` body (RFC 3464 § 2): a block about the message, then one for each recipient. */
export function readDeliveryStatus(body: Buffer): DeliveryStatus {
  const actions = new Set<string>()
  const recipients: BouncedRecipient[] = []
  for (const fields of blocks(body)) {
    const recipient = headerOf(fields, "final-recipient") ?? headerOf(fields, "original-recipient")
    if (!recipient || recipients.length >= MOST_RECIPIENTS) continue
    const action = (headerOf(fields, "action") ?? "").toLowerCase().split(/[\s;(]/)[0]!
    if (action) actions.add(action)
    recipients.push(readRecipient(fields, recipient))
  }
  return { actions, recipients }
}

function readRecipient(fields: HeaderField[], recipient: string): BouncedRecipient {
  const diagnostic = headerOf(fields, "diagnostic-code") ?? ""
  const written = /\b[245]\.\d{1,3}\.\d{1,3}\b/
  const status = written.exec(headerOf(fields, "status") ?? "")?.[0] ?? written.exec(diagnostic)?.[0] ?? ""
  const replyCode = /(?:^|[\s;:<])([245]\d\d)(?=[\s-]|$)/.exec(diagnostic.replace(/^[^;]{0,40};/, " "))?.[1] ?? ""
  return { address: addressOf(recipient), status, replyCode, ...statusMeaning(status, diagnostic) }
}

/** `rfc822; user@example.com`, with or without angle brackets. */
function addressOf(value: string): string {
  const address = value.includes(";") ? value.slice(value.indexOf(";") + 1) : value
  return cleanText(address)
    .replace(/[<>\s]/g, "")
    .slice(0, 500)
}

function* blocks(body: Buffer): Generator<HeaderField[]> {
  for (let at = 0; at < body.length;) {
    const block = readHeaderBlock(body, at)
    if (block.fields.length) yield block.fields
    if (block.end > at) at = block.end
    else at = Math.max(body.indexOf(0x0a, at) + 1, at + 1)
  }
}
