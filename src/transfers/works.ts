import { importContacts } from "./contacts/import-contacts.ts"
import { readChatwoot } from "./desks/chatwoot.ts"
import { importDesk } from "./desks/import-desk.ts"
import { readZendesk } from "./desks/zendesk.ts"
import { importMail } from "./mail/import-mail.ts"
import type { ReadPastMail } from "./mail/mail-source.types.ts"
import type { Work } from "./runner.ts"
import type { TransferKind } from "./tables.ts"

/** How each kind of import is done. */
export function works(read: ReadPastMail): Readonly<Record<TransferKind, Work>> {
  return {
    mbox: (run) => importMail(run, read),
    maildir: (run) => importMail(run, read),
    contacts: importContacts,
    zendesk: (run) => importDesk(run, readZendesk),
    chatwoot: (run) => importDesk(run, readChatwoot),
  }
}
