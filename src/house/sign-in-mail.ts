import type { LinkMail } from "#people"
import type { JobKind, Jobs, Tx } from "#platform"
import { say } from "#words"
import type { OpenMail } from "./open-mail.ts"

const QUEUE = "people.mail-link"
type LinkJob = { address: string; name: string; language: string; url: string; minutes: number }

/** Puts the mailing of a sign-in link into the transaction that made the link. */
export function mailSignInLink(jobs: Jobs): (tx: Tx, mail: LinkMail) => Promise<void> {
  return (tx, { address, name, language, url, minutes }) => jobs.put(tx, QUEUE, { address, name, language, url, minutes })
}

/** Mails one link. Not a conversation: nobody answers it, and it is worthless after a quarter of an hour. */
export function mailLinkJob(mail: OpenMail): JobKind<LinkJob> {
  return {
    name: QUEUE,
    async run({ address, name, language, url, minutes }) {
      const to = language === "fr" ? "fr" : "en"
      const { kind } = await mail.sendAside({
        to: { name, address },
        subject: say(to, "house.linkMail.subject"),
        text: say(to, "house.linkMail.text", { name, url, minutes }),
        language: to,
      })
      // Thrown, so that the job comes again; a link that left is not sent twice.
      if (kind === "deferred" || kind === "unreachable") throw new Error(`The sign-in link did not leave: ${kind}`)
    },
  }
}
