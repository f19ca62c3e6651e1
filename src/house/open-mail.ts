import { readFile } from "node:fs/promises"
import { isIP } from "node:net"
import { join } from "node:path"
import type { OpenAPIHono } from "@hono/zod-openapi"
import {
  authenticateMail,
  loadChecker,
  createIntake,
  dnsRoutes,
  DkimKeys,
  FilingLoop,
  type Intake as MailIntake,
  KnownAddresses,
  KnownDomains,
  MailboxReaders,
  mailboxRoutes,
  mailboxStates,
  mailChannel,
  noResolver,
  readMailboxes,
  ReadingPool,
  resolverOf,
  signingRoutes,
  systemResolver,
  tryRoutes,
} from "#channels/mail"
import type { Channel, Outcome } from "#conversations"
import type { Intake } from "#listening"
import type { PeopleEnv } from "#people"
import { type Database, errorFields, type FactFeed, type Jobs, MINUTE, type Metrics, newRouter, privateRanges, type Spool } from "#platform"
import type { Ground } from "./ground.ts"
import { keptHere } from "./demo/kept-here.ts"
import type { HealthCheck } from "./health.ts"
import { type Aside, sendAside, writeAside } from "./send-aside.ts"

/** What a test may choose about the network that mail meets, and who reads it. */
export interface MailOptions {
  /** Answers DNS questions about senders. */
  resolver?: (name: string, rrtype: string) => Promise<string[][] | string[]>
  /** Reads mails for several houses of one process; whoever brings it closes it. */
  reading?: ReadingPool
}

export interface OpenMail {
  channel: Channel
  routes: OpenAPIHono<PeopleEnv>
  checks: Readonly<Record<string, HealthCheck>>
  /** How far what customers wrote is in. */
  intake: Intake
  /** Opens the door for mail; gives the port. Last, for from here on mail is promised. */
  listen(): Promise<number>
  stop(): Promise<void>
  /** Resolves when everything that was accepted is filed. */
  settled(): Promise<void>
  /** A mail that belongs to no conversation, such as a sign-in link. */
  sendAside(mail: Aside): Promise<Outcome>
  /** The same, written: nothing leaves until what it gives is called. */
  writeAside(mail: Aside): Promise<() => Promise<Outcome>>
  /** Takes a mail in for an inbox, as if it had come by the door. */
  takeIn(inboxId: string, raw: Buffer): Promise<void>
  /** Where the door is, once it is open. */
  port(): number
}

type Parts = Ground & { spool: Spool; feed: FactFeed; jobs: Jobs; metrics: Metrics }

/** Wires the mail channel: intake, filing, mailboxes elsewhere, and the way out. */
export async function openMail(parts: Parts, options: MailOptions): Promise<OpenMail> {
  const { config, clock, db, keys, blobs, log, spool, feed, metrics } = parts
  const dkim = new DkimKeys(join(config.home, "dkim"), keys)
  await dkim.open()
  const mail = mailChannel({ blobs, dkim, relay: config.relay, name: ownName(config.url.hostname) })
  const channel = config.demo ? keptHere(mail) : mail
  const pool = options.reading ?? new ReadingPool()
  const addresses = new KnownAddresses(db, log)
  await addresses.open()
  feed.listen((fact) => fact.kind.startsWith("inbox.") && void addresses.refresh())
  const domains = new KnownDomains(db)
  feed.listen((fact) => /^(inbox|agent)\./.test(fact.kind) && domains.changed())
  const checking = { offline: config.dns === "offline" && !options.resolver, ...(options.resolver ? { resolver: options.resolver } : {}) }
  const warm = () =>
    void Promise.all([pool.warm(), checking.offline ? null : loadChecker()]).catch((error: unknown) =>
      log.warn("mail.warming-failed", errorFields(error)),
    )
  const dns = options.resolver ? resolverOf(options.resolver) : checking.offline ? noResolver : systemResolver()
  const filing = new FilingLoop({
    db,
    keys,
    blobs,
    spool,
    log,
    metrics,
    now: () => clock.now(),
    read: (raw, options) => pool.read(raw, options),
    domains,
    authenticate: (raw, mail, connection) => authenticateMail(raw, mail, { connection, ...checking }),
  })
  await filing.open()
  const readers = new MailboxReaders({
    db,
    keys,
    spool,
    log,
    now: () => clock.now(),
    accepted: (id) => filing.add(id),
    allowed: privateRanges(config.allowPrivate),
  })
  let intake: MailIntake | null = null
  const filingCheck: HealthCheck = () => {
    const { depth, oldestWaiting, stuckSince } = filing.health()
    const age = oldestWaiting ? clock.now().getTime() - oldestWaiting.getTime() : 0
    return { state: stuckSince || age > MINUTE ? "degraded" : "ok", depth, oldestSeconds: Math.round(age / 1000) }
  }
  return {
    channel,
    routes: newRouter<PeopleEnv>()
      .route("/", mailboxRoutes({ db, keys, readers }))
      .route("/", tryRoutes({ keys, allowed: privateRanges(config.allowPrivate) }))
      .route("/", signingRoutes({ db, dkim }))
      .route("/", dnsRoutes({ db, dkim, dns, host: config.url.hostname, relay: config.relay?.hostname ?? null })),
    checks: {
      relay: () => (channel.heldBecause() ? { state: "degraded", why: channel.heldBecause() } : { state: "ok" }),
      mailboxes: mailboxCheck(db),
      spool: filingCheck,
      intake: () => ({ state: intake ? "ok" : "failing", sessions: intake?.sessions ?? 0 }),
    },
    intake: { waiting: () => filing.health().oldestWaiting, mailboxes: readMailboxes },
    async listen() {
      const tls = config.smtpTls ? { cert: await readFile(config.smtpTls.cert), key: await readFile(config.smtpTls.key) } : null
      intake = await createIntake({
        listen: config.smtp,
        tls,
        spool,
        resolveRecipient: (address) => addresses.resolve(address),
        connected: warm,
        accepted: (id) => filing.add(id),
        minFreeBytes: config.minFreeBytes,
        now: () => clock.now(),
        log,
        metrics,
      })
      await readers.open()
      warm()
      return intake.port
    },
    async stop() {
      await readers.close()
      await intake?.stop()
      addresses.close()
      await filing.close()
      if (!options.reading) await pool.close()
      mail.close()
    },
    settled: () => filing.settled(),
    sendAside: (mail) => sendAside(parts, channel, mail),
    writeAside: (mail) => writeAside(parts, channel, mail),
    port: () => intake?.port ?? config.smtp.port,
    async takeIn(inbox, raw) {
      const nowhere = { from: null, to: [], source: null, ip: null, helo: null, tls: null }
      filing.add(await spool.accept({ ...nowhere, via: "import", inbox, at: clock.now().toISOString() }, raw))
    },
  }
}

function mailboxCheck(db: Database): HealthCheck {
  return async () => {
    const states = await mailboxStates(db.read)
    const failing = states.filter((state) => state.problem !== null).length
    return {
      state: failing ? "degraded" : "ok",
      read: states.length,
      failing,
      missing: states.reduce((sum, { missing }) => sum + missing, 0),
    }
  }
}

/** How Vigie names itself to a relay: its public name, or an address in brackets where it has none (RFC 5321 §4.1.3). */
function ownName(host: string): string {
  const plain = host.replace(/^\[|\]$/g, "")
  return isIP(plain) === 0 ? host : isIP(plain) === 4 ? `[${plain}]` : `[IPv6:${plain}]`
}
