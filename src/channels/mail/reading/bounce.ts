import { readDeliveryStatus, type DeliveryStatus } from "./bounces/delivery-status.ts"
import { readComplaint } from "./bounces/feedback-report.ts"
import { type BounceClues, isFromMachine, kindByWords } from "./bounces/kind-by-words.ts"
import { statusMeaning } from "./bounces/status.ts"
import { headersOf } from "./mime/header-block.ts"
import { everyPart, reportOf, type Part } from "./mime/part.ts"
import type { Bounce, BouncedRecipient, BounceKind } from "./read-mail.types.ts"

const GOOD_NEWS = new Set(["delivered", "relayed", "expanded"])
const NOTHING: Bounce = { kind: "none", recipients: [] }

/**
 * Whether a mail is a report about another one: a bounce or a delay (RFC 3464, or the many formats that came before it), a
 * complaint (RFC 5965), or an automatic answer (RFC 3834).
 */
export function readBounce(clues: BounceClues): Bounce {
  const parts = isFromMachine(clues) ? [...everyPart(clues.root)] : [] // a person may pass a report on: then it's their letter
  const feedback = parts.find((part) => part.type === "message/feedback-report")
  if (feedback) return { kind: "complaint", recipients: readComplaint(reportOf(feedback)) }
  if (headersOf(clues.root.fields, "x-apple-unsubscribe").length) return { kind: "complaint", recipients: [] }
  const report = parts.find((part) => part.type === "message/delivery-status" || part.type === "message/global-delivery-status")
  if (report) {
    const status = readDeliveryStatus(reportOf(report))
    return { kind: kindOfReport(status, clues), recipients: status.recipients }
  }
  const kind = kindByWords(clues)
  if (kind !== "none") return { kind, recipients: failedRecipients(clues.root) }
  if (parts.some((part) => part.type === "message/disposition-notification")) return { kind: "autoreply", recipients: [] }
  return isAutoreply(clues) ? { kind: "autoreply", recipients: [] } : NOTHING
}

function kindOfReport(status: DeliveryStatus, clues: BounceClues): BounceKind {
  if (status.actions.has("failed")) return "bounce"
  if (status.actions.has("delayed")) return "delay"
  if (status.actions.size && [...status.actions].every((action) => GOOD_NEWS.has(action))) return "none"
  if (status.recipients.some((recipient) => recipient.status.startsWith("5"))) return "bounce"
  const words = kindByWords(clues)
  return words === "none" ? "bounce" : words
}

function isAutoreply({ root, automatic }: BounceClues): boolean {
  const submitted = headersOf(root.fields, "auto-submitted").join(" ").toLowerCase()
  return submitted.startsWith("auto-replied") || automatic.why === "auto-reply" || automatic.why === "out-of-office"
}

/** `X-Failed-Recipients`, which Exim and Gmail write. */
function failedRecipients(root: Part): BouncedRecipient[] {
  return headersOf(root.fields, "x-failed-recipients")
    .flatMap((body) => body.split(","))
    .map((address) => address.trim())
    .filter((address) => address.includes("@"))
    .slice(0, 1_000)
    .map((address) => ({ address, status: "", replyCode: "", ...statusMeaning("", "") }))
}
