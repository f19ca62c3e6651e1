import { createHash } from "node:crypto"
import { decodeEntities } from "#markup"
import { fileName } from "./file-name.ts"
import { headerOf, readHeaderBlock } from "../mime/header-block.ts"
import { unstructured } from "../mime/header-text.ts"
import { withLineFeeds } from "../mime/lines.ts"
import { contentOf, givenName, type Part } from "../mime/part.ts"
import type { MailAttachment } from "../read-mail.types.ts"

/** A part that is a file, with its content decoded. A message inside the mail is a file named for its subject. */
export function attachmentOf(part: Part, index: number, warn: (code: string) => void): MailAttachment {
  const { bytes, wrong } = contentOf(part)
  if (wrong) warn("mime.broken")
  const given = givenName(part) ?? (part.type === "message/rfc822" ? messageName(bytes) : null)
  return attachment({
    name: fileName(given, part.type, index),
    type: part.type,
    cid: part.id,
    content: bytes,
  })
}

/** A file of the mail. Whether it's shown in the text is known once the text is read (`withShown`). */
export function attachment(file: Pick<MailAttachment, "name" | "type" | "cid"> & { content: Uint8Array }): MailAttachment {
  const content = new Uint8Array(file.content) // a copy of its own: what it is a part of can be let go
  return { ...file, inline: false, size: content.length, sha256: createHash("sha256").update(content).digest("hex"), content }
}

/** Marks the files that the HTML shows; any other, whatever its disposition says, is listed beside the text, where it's seen. */
export function withShown(files: MailAttachment[], html: string | null): MailAttachment[] {
  const shown = new Set([...(html ?? "").matchAll(/ data-cid="([^"]{1,1000})"/g)].map((match) => decodeEntities(match[1]!)))
  return files.map((file) => ({ ...file, inline: file.cid !== null && shown.has(file.cid) }))
}

function messageName(bytes: Buffer): string | null {
  const subject = headerOf(readHeaderBlock(withLineFeeds(bytes.subarray(0, 65_536)), 0).fields, "subject")
  return subject ? `${unstructured(subject).slice(0, 120)}.eml` : null
}
