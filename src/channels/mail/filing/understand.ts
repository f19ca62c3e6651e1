import { failpoint } from "#platform"
import { type MailEnvelope, readEnvelope } from "../envelope.ts"
import type { FilingParts } from "../file-mail.ts"
import type { Connection } from "../reading/authenticate.types.ts"
import { fallbackMail } from "../reading/fallback.ts"
import type { ReadMail } from "../reading/read-mail.types.ts"
import { bareMail, bareProof } from "./bare-mail.ts"
import { keepFiles, type Understood } from "./incoming.ts"
import type { Depth } from "./tries.ts"

/**
 * What a spooled mail says: original and files kept by their hash, read, its sender checked. For a mail that nothing else can be done with,
 * `depth` says how little of it is looked into: "header" what its first lines say, "bare" its subject alone.
 * @throws TornSpool when the spooled file is not as it was written.
 */
export async function understand(parts: FilingParts, spoolId: string, depth: Depth = "whole"): Promise<Understood> {
  const spooled = await parts.spool.read(spoolId)
  const { id, content } = spooled
  const envelope = readEnvelope(spooled.envelope)
  const original = await parts.blobs.keep(content)
  const read = await parts.domains.warn(await readAs(depth, parts, content, envelope))
  const proof = depth === "bare" ? bareProof(read) : await parts.authenticate(content, read, connectionOf(envelope))
  const { attachments, ...mail } = read
  const files = await keepFiles(parts.blobs, attachments)
  failpoint("after-blob")
  return { id, size: content.length, envelope, original, mail, proof, files }
}

async function readAs(depth: Depth, parts: FilingParts, content: Buffer, { from }: MailEnvelope): Promise<ReadMail> {
  if (depth === "bare") return bareMail(content)
  if (depth === "header") return { ...fallbackMail(content, "crashed"), replyTo: [], to: [], cc: [], inReplyTo: null, references: [] }
  return parts.read(content, from === null ? {} : { returnPath: from })
}

function connectionOf({ via, ip, helo, from }: MailEnvelope): Connection | null {
  return via === "smtp" && ip ? { ip, helo: helo ?? "", sender: from ?? "" } : null
}
