import type { KnownDomains } from "../filing/known-domains.ts"
import type { Identity } from "./authenticate.types.ts"
import { authenticateMail, type AuthenticationOptions } from "./authenticate.ts"
import type { MailAttachment, MailAuthor, ReadMail } from "./read-mail.types.ts"
import { ReadingPool } from "./reading-pool.ts"

/** A mail as `vigie explain mail` prints it: what was read, without the bytes of its files. */
export interface ExplainedMail extends Omit<ReadMail, "from" | "attachments"> {
  from: MailAuthor & { identity: Identity; reasons: string[]; warnings: string[] }
  attachments: Omit<MailAttachment, "content">[]
}

export interface ExplainOptions extends AuthenticationOptions {
  /** Reads the mail; by default in a thread of its own that ends afterwards. */
  read?: (raw: Buffer) => Promise<ReadMail>
  /** Whom a stranger may imitate, where a house knows. */
  domains?: Pick<KnownDomains, "warn">
}

/** How Vigie reads a raw mail (see the outside contract). Stores nothing; asks the DNS only when told to (`offline: false`). */
export async function explainMail(raw: Buffer, options: ExplainOptions = {}): Promise<ExplainedMail> {
  const read = await (options.read ?? readAlone)(raw)
  const { from, attachments, ...mail } = options.domains ? await options.domains.warn(read) : read
  const { identity, reasons } = await authenticateMail(raw, { from, warnings: mail.warnings }, { offline: true, ...options })
  const author = from ?? { name: "", address: "", headers: 0, addresses: 0 }
  const doubts = mail.warnings.filter((warning) => warning.startsWith("from."))
  return {
    ...mail,
    from: { ...author, identity, reasons, warnings: doubts },
    attachments: attachments.map(({ content: _, ...file }) => file),
  }
}

async function readAlone(raw: Buffer): Promise<ReadMail> {
  const pool = new ReadingPool({ workers: 1 })
  try {
    return await pool.read(raw)
  } finally {
    await pool.close()
  }
}
