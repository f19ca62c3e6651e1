import type { AddressInfo } from "node:net"
import { errorFields, type Log, type Metrics, SECOND, type Spool } from "#platform"
import { Admission, SESSION_LIMITS, type SessionLimits } from "./admission.ts"
import { DiskRoom } from "./disk-room.ts"
import { Reception } from "./reception.ts"
import { refusal, REPLIES, type ReplyName } from "./reply.ts"
import { IntakeServer } from "./server.ts"

/** 50 MB, as Gmail and Microsoft take at most. */
export const MAX_MAIL_BYTES = 50_000_000

/** What is known of a recipient address. */
export type Recipient = "inbox" | "unknown" | "unavailable"

export interface IntakeOptions {
  listen: { host: string; port: number }
  /** Certificate and key in PEM: STARTTLS is offered. */
  tls: { cert: string | Buffer; key: string | Buffer } | null
  /** How the server names itself in its greeting. */
  name?: string
  spool: Pick<Spool, "accept" | "begin" | "freeBytes">
  resolveRecipient: (address: string) => Recipient | Promise<Recipient>
  /** Told of each session that begins: mails may follow. */
  connected?: () => void
  /** Told of each mail that is in the spool, before its sender is. */
  accepted?: (id: string) => void
  /** Bytes kept free on the disk. */
  minFreeBytes: number
  maxBytes?: number
  limits?: Partial<SessionLimits>
  /** How long a silent session is kept (RFC 5321 §4.5.3.2 asks for five minutes). */
  idleMs?: number
  now: () => Date
  log: Log
  metrics: Metrics
}

export interface Intake {
  port: number
  readonly sessions: number
  /** Lets mails that are coming in end, for at most so long. */
  stop(graceMs?: number): Promise<void>
}

const NEVER = ["AUTH", "HELP", "EXPN", "WIZ", "SHELL", "KILL", "XCLIENT", "XFORWARD"]

/** The door for mail over SMTP: what it answers 250 to lies in the spool, flushed. */
export async function createIntake(options: IntakeOptions): Promise<Intake> {
  const { spool, log, metrics, minFreeBytes, tls, now } = options
  const maxBytes = options.maxBytes ?? MAX_MAIL_BYTES
  const admission = new Admission({ ...SESSION_LIMITS, ...options.limits })
  const room = new DiskRoom(spool, minFreeBytes, log)
  const refused = (name: ReplyName) =>
    metrics.count("vigie_intake_refused_total", "Mails and sessions refused by the intake", { why: name })
  const accepted = (id: string) => {
    metrics.count("vigie_intake_accepted_total", "Mails accepted by the intake")
    options.accepted?.(id)
  }
  const reception = { spool, log, maxBytes, accepted }
  const server = new IntakeServer(
    { admission, now, refused, receive: (envelope) => new Reception(reception, envelope) },
    {
      name: options.name ?? "vigie",
      banner: "Vigie",
      heloResponse: "%s",
      size: maxBytes,
      disabledCommands: tls ? NEVER : [...NEVER, "STARTTLS"],
      ...(tls ? { cert: tls.cert, key: tls.key } : {}),
      hideENHANCEDSTATUSCODES: false,
      disableReverseLookup: true,
      lenientAddressParsing: true,
      maxRecipients: 1000,
      socketTimeout: options.idleMs ?? 300 * SECOND,
      allowHalfOpen: true,
      logger: false,
      onConnect: (_session, done) => {
        options.connected?.()
        done()
      },
      onSecure: (_socket, _session, done) => done(),
      onMailFrom: ({ args }, _session, done) => {
        if (room.holds(Number((args && args["SIZE"]) || 0))) return done()
        refused("lowDisk")
        done(refusal(REPLIES.lowDisk))
      },
      onRcptTo: ({ address }, _session, done) => {
        const answer = (recipient: Recipient) => {
          if (recipient === "inbox") return done()
          const name = recipient === "unknown" ? "unknownRecipient" : "recipientsUnavailable"
          refused(name)
          done(refusal(REPLIES[name]))
        }
        const known = options.resolveRecipient(address)
        if (typeof known === "string") return answer(known)
        known.then(answer, (error: unknown) => {
          log.warn("intake.recipient-lookup-failed", errorFields(error))
          answer("unavailable")
        })
      },
    },
  )
  await room.look()
  await listening(server, options.listen)
  server.on("error", (error: Error) => log.debug("intake.session-error", errorFields(error)))
  metrics.gauge("vigie_intake_sessions", "SMTP sessions open now", () => admission.sessions)
  return {
    port: (server.server.address() as AddressInfo).port,
    get sessions() {
      return admission.sessions
    },
    stop: async (graceMs = 30 * SECOND) => {
      room.close()
      await server.stop(graceMs)
    },
  }
}

function listening(server: IntakeServer, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, host, () => {
      server.off("error", reject)
      resolve()
    })
  })
}
