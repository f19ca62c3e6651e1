import { isAutomatic } from "./automatic.ts"
import { readBounce } from "./bounce.ts"
import { attachmentOf, withShown } from "./files/attachment.ts"
import { readFiles, uuencodedAttachment } from "./files/read-files.ts"
import type { UnpackedTnef } from "./files/tnef/unpack.ts"
import { readMailHeader } from "./mail-header.ts"
import { sortParts } from "./mime/body-parts.ts"
import { checkAddressCount, checkSize } from "./mime/size-checks.ts"
import { withLineFeeds } from "./mime/lines.ts"
import { readMimeTree } from "./mime/mime-tree.ts"
import type { ReadMail } from "./read-mail.types.ts"
import { readForeignText, readText, type ReadableText } from "./readable-text.ts"

export interface ReadingOptions {
  /** The envelope sender as the intake saw it, empty for the null return path; it goes before what the header says. */
  returnPath?: string
}

/**
 * Reads a raw mail. A pure function of its bytes: no clock, no network, no file.
 *
 * @throws UnreadableMail when the mail breaks a limit; `fallbackMail` then says what is known of it
 */
export async function readMail(raw: Buffer, options: ReadingOptions = {}): Promise<ReadMail> {
  checkSize(raw)
  const { root, broken } = readMimeTree(withLineFeeds(raw))
  checkAddressCount(root.fields.filter((field) => ADDRESS_FIELDS.has(field.name)).map((field) => field.body))

  const warnings = new Set<string>()
  const warn = (code: string) => void warnings.add(code)
  if (broken) warn("mime.broken")
  const header = readMailHeader(root.fields, options, warn)

  const parts = sortParts(root)
  const files = readFiles(parts.attachments, warn)
  const words = readText(parts, warn)
  const body = withForeignText(words, files.tnef, warn)
  const cut = words.cut.map((part, index) => attachmentOf(part, files.attachments.length + index, warn))
  const attachments = withShown([...files.attachments, ...cut, ...words.files.map(uuencodedAttachment)], body.html)

  const clues = { subject: header.subject, fromAddress: header.from?.address ?? "", returnPath: header.returnPath }
  const automatic = isAutomatic({ fields: root.fields, type: root.type, ...clues })
  const bounce = readBounce({ root, text: body.text, automatic, ...clues })
  const { text, html, newText, quoted, signature } = body
  return {
    ...header,
    text,
    html,
    newText,
    quoted,
    signature,
    attachments,
    events: files.events,
    automatic,
    bounce,
    warnings: [...warnings],
  }
}

const ADDRESS_FIELDS = new Set(["from", "sender", "reply-to", "to", "cc", "bcc", "resent-to", "resent-cc"])

/** A mail whose only words are in its TNEF wrapping is read from there. */
function withForeignText(
  words: ReadableText,
  tnef: UnpackedTnef | null,
  warn: (code: string) => void,
): Omit<ReadableText, "files" | "cut"> {
  if (words.text || words.html || !tnef || (!tnef.text && !tnef.html)) return words
  return readForeignText(tnef.text, tnef.html, warn)
}
