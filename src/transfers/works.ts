import { Conflict } from "#platform"
import { importContacts } from "./contacts/import-contacts.ts"
import { readChatwoot } from "./desks/chatwoot.ts"
import { importDesk } from "./desks/import-desk.ts"
import { readZendesk } from "./desks/zendesk.ts"
import { importMail } from "./mail/import-mail.ts"
import { importMentions } from "./mentions/import-mentions.ts"
import type { MentionTaker } from "./mentions/mention-taker.types.ts"
import type { ReadPastMail } from "./mail/mail-source.types.ts"
import type { Work } from "./runner.ts"
import type { TransferKind } from "./tables.ts"

/** How each kind of import is done; mentions only where somebody listens. */
export function works(read: ReadPastMail, taker: MentionTaker | null): Readonly<Record<TransferKind, Work>> {
  return {
    mbox: (run) => importMail(run, read),
    maildir: (run) => importMail(run, read),
    contacts: importContacts,
    zendesk: (run) => importDesk(run, readZendesk),
    chatwoot: (run) => importDesk(run, readChatwoot),
    mentions: (run) => {
      if (!taker) throw new Conflict("transfers.onlyServer")
      return importMentions(run, taker)
    },
  }
}
