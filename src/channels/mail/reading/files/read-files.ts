import type { Part } from "../mime/part.ts"
import { reportOf } from "../mime/part.ts"
import { partText } from "../mime/part-text.ts"
import type { UuencodedFile } from "../mime/uuencode.ts"
import type { MailAttachment, MailEvent } from "../read-mail.types.ts"
import { attachment, attachmentOf } from "./attachment.ts"
import { readCalendar } from "./calendar-events.ts"
import { fileName } from "./file-name.ts"
import { unpackTnef, type UnpackedTnef } from "./tnef/unpack.ts"

/** The files of a mail, the events that stand in them, and what Outlook had wrapped. */
export interface MailFiles {
  attachments: MailAttachment[]
  events: MailEvent[]
  tnef: UnpackedTnef | null
}

const ANY_FILE = "application/octet-stream"

export function readFiles(parts: readonly Part[], warn: (code: string) => void): MailFiles {
  const files: MailFiles = { attachments: [], events: [], tnef: null }
  for (const [index, part] of parts.entries()) {
    if (part.type === "text/calendar" || part.type === "application/ics") {
      files.events.push(...readCalendar(partText(part, reportOf(part), warn)))
    }
    const file = attachmentOf(part, index, warn)
    const unpacked = isTnef(file) ? unpackTnef(Buffer.from(file.content.buffer)) : null
    if (isTnef(file) && !unpacked) warn("tnef.unreadable")
    files.tnef ??= unpacked
    files.attachments.push(...(unpacked ? unpackedFiles(unpacked, index) : [file]))
  }
  return files
}

export function uuencodedAttachment(file: UuencodedFile, index: number): MailAttachment {
  return attachment({ name: fileName(file.name, ANY_FILE, index), type: ANY_FILE, cid: null, content: file.content })
}

function isTnef(file: MailAttachment): boolean {
  return file.type === "application/ms-tnef" || file.type === "application/vnd.ms-tnef" || /^winmail\d*\.dat$/i.test(file.name)
}

function unpackedFiles(tnef: UnpackedTnef, index: number): MailAttachment[] {
  return tnef.files.map(({ name, type: declared, cid, content }, inner) => {
    const type = /^[a-z0-9.+-]{1,100}\/[a-z0-9.+-]{1,100}$/.test(declared) ? declared : ANY_FILE
    return attachment({ name: fileName(name, type, index + inner), type, cid, content })
  })
}
