import { provenDomains } from "#contacts"
import { openAddresses } from "#conversations"
import { agentAddresses } from "#people"
import { type Database, MINUTE } from "#platform"
import type { ReadMail } from "../reading/read-mail.types.ts"
import { KnownLooks } from "../reading/sender/known-looks.ts"

const CONFUSABLE = "from.confusable-domain"

/** The domains that strangers may imitate: of our inboxes and agents, and of customers who proved who they are. Kept in memory, and up to date. */
export class KnownDomains {
  readonly #db: Pick<Database, "read">
  #looks = new KnownLooks()
  /** When the proofs that are known end; null: nothing was read yet. */
  #until: Date | null = null
  #readAt = -Infinity
  #reading: Promise<void> | null = null

  constructor(db: Pick<Database, "read">) {
    this.#db = db
  }

  /** An inbox or an agent has changed. */
  changed(): void {
    this.#readAt = -Infinity
  }

  /** Warns where the author's domain passes for one of these. */
  async warn<Mail extends Pick<ReadMail, "from" | "warnings">>(mail: Mail): Promise<Mail> {
    const address = mail.from?.address ?? ""
    const domain = address.slice(address.lastIndexOf("@") + 1)
    if (!domain || mail.warnings.includes(CONFUSABLE)) return mail
    await this.#refresh()
    return this.#looks.isImitation(domain) ? { ...mail, warnings: [...mail.warnings, CONFUSABLE] } : mail
  }

  /** Mails that come together wait for one reading; a change while it lasts asks for another. */
  async #refresh(): Promise<void> {
    while (this.#reading || performance.now() - this.#readAt >= MINUTE)
      await (this.#reading ??= this.#readAgain().finally(() => {
        this.#reading = null
      }))
  }

  async #readAgain(): Promise<void> {
    this.#readAt = performance.now()
    try {
      await this.#read()
    } catch (error) {
      this.#readAt = -Infinity
      throw error
    }
  }

  /** All of it once; after that, at most once a minute, our own addresses and who has proven themselves since. */
  async #read(): Promise<void> {
    const reader = this.#db.read
    const [inboxes, agents] = [await openAddresses(reader, "mail"), await agentAddresses(reader)]
    // A proof that was being committed at the last look may be a little older than that look.
    const since = this.#until && new Date(this.#until.getTime() - MINUTE)
    const others = await provenDomains(reader, since)
    this.#looks.addOurs([...inboxes.keys(), ...agents.keys()].map((address) => address.slice(address.lastIndexOf("@") + 1)))
    this.#looks.addOthers(others)
    this.#until = reader.now
  }
}
