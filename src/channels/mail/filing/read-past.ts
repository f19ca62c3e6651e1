import type { Incoming } from "#conversations"
import type { Blobs } from "#platform"
import type { FilingParts } from "../file-mail.ts"
import { authenticateMail } from "../reading/authenticate.ts"
import { incomingOf, keepFiles } from "./incoming.ts"

/** An old mail's place: in which archive it lies under which name, when it came, and the inbox it is for. */
export interface PastPlace {
  source: string
  at: Date
  inboxId: string
}

/**
 * Reads a mail out of an archive as one that comes in is read: original and files kept by their hash, the words, the history, the
 * signature told apart. Its sender isn't checked: the keys of that time are gone, and the archive's owner vouches for it.
 */
export async function readPast(parts: { blobs: Blobs; read: FilingParts["read"] }, raw: Buffer, place: PastPlace): Promise<Incoming> {
  const original = await parts.blobs.keep(raw)
  const read = await parts.read(raw, {})
  const proof = await authenticateMail(raw, read, { offline: true })
  const { attachments, ...mail } = read
  const at = place.at.toISOString()
  const envelope = {
    via: "import",
    from: null,
    to: [],
    inbox: place.inboxId,
    source: place.source,
    ip: null,
    helo: null,
    tls: null,
    at,
  } as const
  const incoming = incomingOf(
    { id: place.source, size: raw.length, envelope, original, mail, proof, files: await keepFiles(parts.blobs, attachments) },
    new Map(),
  )
  if (!incoming) throw new Error("A mail whose inbox is said is for that inbox")
  return incoming
}
