import { failpoint } from "#platform"
import { type MailEnvelope, readEnvelope } from "../envelope.ts"
import type { FilingParts } from "../file-mail.ts"
import type { Connection } from "../reading/authenticate.types.ts"
import { fallbackMail } from "../reading/fallback.ts"
import { keepFiles, type Understood } from "./incoming.ts"

/**
 * What a spooled mail says: original and files kept by their hash, read, its sender checked. With `unread` its content isn't looked into:
 * only what the first lines of its header say. For a mail that nothing else can be done with.
 * @throws TornSpool when the spooled file is not as it was written.
 */
export async function understand(parts: FilingParts, spoolId: string, unread = false): Promise<Understood> {
  const spooled = await parts.spool.read(spoolId)
  const { id, content } = spooled
  const envelope = readEnvelope(spooled.envelope)
  const original = await parts.blobs.keep(content)
  const read = unread
    ? { ...fallbackMail(content, "crashed"), replyTo: [], to: [], cc: [], references: [] }
    : await parts.read(content, envelope.from === null ? {} : { returnPath: envelope.from })
  const proof = await parts.authenticate(content, read, connectionOf(envelope))
  const { attachments, ...mail } = read
  const files = await keepFiles(parts.blobs, attachments)
  failpoint("after-blob")
  return { id, size: content.length, envelope, original, mail, proof, files }
}

function connectionOf({ via, ip, helo, from }: MailEnvelope): Connection | null {
  return via === "smtp" && ip ? { ip, helo: helo ?? "", sender: from ?? "" } : null
}
