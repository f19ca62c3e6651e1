import { type Keys, sealSecret } from "#platform"
import { type Language, say } from "#words"
import { type MailboxAccess, openMailbox, secretName } from "./connect.ts"
import { explain } from "./problem.ts"
import type { Mailbox } from "./tables.ts"

export interface Tried {
  host: string
  port: number
  security: "tls" | "starttls" | "none"
  username: string
  password: string
}

export interface TryOutcome {
  ok: boolean
  /** Mails in the inbox, when it could be read. */
  mails: number | null
  folders: string[]
  /** Why not, and what would be right, in words. */
  problem: string | null
  /** What this provider asks for, in words; null: nothing is known of it. */
  hint: string | null
}

/** Signs in to a mailbox and looks, without keeping or changing anything. */
export async function tryMailbox(access: MailboxAccess, language: Language, tried: Tried): Promise<TryOutcome> {
  const mailbox = asMailbox(access.keys, tried)
  const hint = hintFor(tried.host)
  const nothing = { mails: null, folders: [], hint: hint && say(language, `mail.mailbox.hint.${hint}`) }
  try {
    const client = await openMailbox({ ...access, timeoutMs: access.timeoutMs ?? PATIENCE }, mailbox)
    try {
      const folders = (await client.list()).map(({ path }) => path).slice(0, 200)
      const status = await client.status("INBOX", { messages: true })
      return { ok: true, mails: status ? (status.messages ?? 0) : null, folders, problem: null, hint: null }
    } finally {
      client.close()
    }
  } catch (error) {
    const { code, values } = explain(error, mailbox)
    return { ok: false, ...nothing, problem: say(language, `mail.mailbox.problem.${code}`, values) }
  }
}

const PATIENCE = 8_000

/** Providers that don't take the account's own password from programs. */
const ASKS: readonly [RegExp, "google" | "microsoft" | "apple" | "yahoo"][] = [
  [/(^|\.)(gmail|google|googlemail)\.com$/, "google"],
  [/(^|\.)(outlook|office365|hotmail|live)\.(com|fr)$/, "microsoft"],
  [/(^|\.)(me|icloud)\.com$/, "apple"],
  [/(^|\.)yahoo\.(com|fr)$/, "yahoo"],
]

function hintFor(host: string) {
  return ASKS.find(([pattern]) => pattern.test(host.toLowerCase()))?.[1] ?? null
}

/** As if it were kept; it isn't. */
function asMailbox(keys: Keys, { host, port, security, username, password }: Tried): Mailbox {
  const id = "trial"
  return {
    id,
    inbox_id: "",
    host,
    port,
    security,
    username,
    sealed_secret: sealSecret(keys, secretName(id), password),
    folder: "INBOX",
    after_reading: "nothing",
    move_to: null,
    state: "new",
    problem: null,
    on_server: null,
    held: null,
    missing: null,
    checked_at: null,
    created_at: new Date(0),
    paused_at: null,
  }
}
