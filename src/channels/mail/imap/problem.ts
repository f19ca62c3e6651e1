import { say } from "#words"
import type { Mailbox } from "./tables.ts"

/** Why a mailbox can't be read: a code, and what fills the gaps of its sentence (`mail.mailbox.problem.CODE`). */
export interface MailboxProblem {
  code:
    | "host"
    | "address"
    | "refused"
    | "timeout"
    | "tls"
    | "certificate"
    | "password"
    | "folder"
    | "moveTo"
    | "imap"
    | "secret"
    | "lost"
    | "ours"
  values: Record<string, string>
}

/** A failure that already knows its explanation. */
export class MailboxFailure extends Error {
  override readonly name = "MailboxFailure"
  readonly code: MailboxProblem["code"]
  readonly values: Record<string, string>

  constructor(code: MailboxProblem["code"], values: Record<string, string> = {}, cause?: unknown) {
    super(code, { cause })
    this.code = code
    this.values = values
  }
}

const BY_CODE: Readonly<Record<string, MailboxProblem["code"]>> = {
  ENOTFOUND: "host",
  EAI_AGAIN: "host",
  ECONNREFUSED: "refused",
  EHOSTUNREACH: "timeout",
  ENETUNREACH: "timeout",
  ETIMEDOUT: "timeout",
  CONNECT_TIMEOUT: "timeout",
  GREETING_TIMEOUT: "tls",
  UPGRADE_TIMEOUT: "tls",
  EPROTO: "tls",
  ClosedAfterConnectTLS: "tls",
  ERR_SSL_WRONG_VERSION_NUMBER: "tls",
  ERR_SSL_PACKET_LENGTH_TOO_LONG: "tls",
  CERT_HAS_EXPIRED: "certificate",
  CERT_NOT_YET_VALID: "certificate",
  DEPTH_ZERO_SELF_SIGNED_CERT: "certificate",
  SELF_SIGNED_CERT_IN_CHAIN: "certificate",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "certificate",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "certificate",
  ERR_TLS_CERT_ALTNAME_INVALID: "certificate",
  ECONNRESET: "lost",
  EPIPE: "lost",
  NoConnection: "lost",
  EConnectionClosed: "lost",
  StateLogout: "lost",
  ETIMEOUT: "lost",
}

/** Says what went wrong, from what the network, TLS or the server threw. */
export function explain(error: unknown, mailbox: Pick<Mailbox, "host" | "port" | "folder" | "move_to">): MailboxProblem {
  const values = { host: mailbox.host, port: String(mailbox.port), folder: mailbox.folder, moveTo: mailbox.move_to ?? "" }
  if (error instanceof MailboxFailure) return { code: error.code, values: { ...values, ...error.values } }
  if (!(error instanceof Error)) return { code: "imap", values: { ...values, detail: "" } }
  const { code, authenticationFailed, tlsFailed, responseText } = error as Error & {
    code?: string
    authenticationFailed?: boolean
    tlsFailed?: boolean
    responseText?: string
  }
  const detail = (responseText ?? code ?? error.message).slice(0, 200)
  if (authenticationFailed) return { code: "password", values }
  const known = code === undefined ? undefined : BY_CODE[code]
  if (known) return { code: known, values: { ...values, detail } }
  if (tlsFailed || code?.startsWith("ERR_SSL")) return { code: "tls", values }
  return { code: "imap", values: { ...values, detail } }
}

export function sayProblem(stored: string | null, language: "en" | "fr"): string | null {
  if (stored === null) return null
  const { code, values } = JSON.parse(stored) as MailboxProblem
  return say(language, `mail.mailbox.problem.${code}`, values)
}
