import type { MailAuthentication } from "../reading/authenticate.types.ts"
import { fallbackMail } from "../reading/fallback.ts"
import type { ReadMail } from "../reading/read-mail.types.ts"
import { notChecked } from "../reading/sender/judge.ts"

/** A mail of which nothing is told but its subject: its original is kept, and a person reads it there. */
export function bareMail(content: Buffer): ReadMail {
  return {
    messageId: null,
    date: null,
    subject: subjectOf(content),
    from: null,
    sender: null,
    replyTo: [],
    to: [],
    cc: [],
    inReplyTo: null,
    references: [],
    returnPath: null,
    text: "",
    html: null,
    newText: "",
    quoted: "",
    signature: "",
    attachments: [],
    events: [],
    automatic: { is: false, why: null },
    bounce: { kind: "none", recipients: [] },
    warnings: ["unreadable.crashed"],
  }
}

/** Who wrote it isn't even asked. */
export function bareProof(mail: ReadMail): MailAuthentication {
  return notChecked(mail, "not-checked")
}

function subjectOf(content: Buffer): string {
  try {
    return fallbackMail(content, "crashed").subject.slice(0, 1_000).toWellFormed()
  } catch {
    return ""
  }
}
