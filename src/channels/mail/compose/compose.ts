import MailComposer from "nodemailer/lib/mail-composer"
import { type Composed, domainOf, normalAddress, type Outgoing, type Person, writtenAddress } from "#conversations"
import type { Blobs } from "#platform"
import { signMessage } from "../dkim/sign.ts"
import type { DkimKeys } from "../dkim/dkim-keys.ts"
import { bodyOf } from "./body.ts"
import { fitReferences, refuseInjection } from "./no-injection.ts"

export interface ComposeParts {
  blobs: Pick<Blobs, "read">
  dkim: Pick<DkimKeys, "of"> | null
}

/**
 * Fixes the bytes of an answer, its envelope sender and its recipients. Lines end with CRLF; an automatic answer says that it is one
 * (RFC 3834) and has a null envelope sender, so that no machine answers it.
 * @throws Invalid for what would break out of a header.
 */
export async function composeMail({ blobs, dkim }: ComposeParts, outgoing: Outgoing): Promise<Composed> {
  refuseInjection(outgoing)
  const { from, to, cc, replyTo, messageId, date, automatic, subject, language } = outgoing
  const { inReplyTo, references } = fitReferences(outgoing)
  const { text, html } = bodyOf(outgoing)
  const attachments = await Promise.all(
    outgoing.files.map(async ({ name, type, sha256, contentId, inline }) => ({
      filename: name,
      contentType: type,
      content: await blobs.read(sha256),
      ...(inline && contentId ? { cid: contentId } : {}),
    })),
  )
  const composer = new MailComposer({
    from: mailbox(from),
    to: to.map(mailbox),
    cc: cc.map(mailbox),
    replyTo: mailbox({ name: from.name, address: replyTo }),
    subject,
    messageId,
    date,
    ...(inReplyTo ? { inReplyTo } : {}),
    ...(references.length ? { references: shortened(references) } : {}),
    headers: {
      "Content-Language": language,
      ...(automatic ? { "Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All" } : {}),
    },
    text,
    html,
    attachments,
    textEncoding: "quoted-printable",
    newline: "\r\n",
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const unsigned = await composer.compile().build()
  const domain = domainOf(normalAddress(from.address))
  const keys = dkim?.of(domain) ?? []
  return {
    bytes: keys.length > 0 ? signMessage(unsigned, domain, keys, date) : unsigned,
    mailFrom: automatic ? "" : replyTo,
    recipients: [...new Set([...to, ...cc].map(({ address }) => envelopeAddress(address)))],
  }
}

/** As an object, so that a comma or a quote in a name stays in the name. */
function mailbox({ name, address }: Person): Person {
  return { name: name.trim(), address: envelopeAddress(address) }
}

/** The domain in ASCII; the local part as it was written, for it may count, in quotes where it needs them. */
function envelopeAddress(given: string): string {
  const address = writtenAddress(given) ?? given
  return `${address.slice(0, address.lastIndexOf("@"))}@${domainOf(normalAddress(address))}`
}

/** The first and the last twenty: a thread of years must not grow a header that servers refuse. */
function shortened(references: readonly string[]): string[] {
  return references.length <= 21 ? [...references] : [references[0]!, ...references.slice(-20)]
}
