import { hostname } from "node:os"
import { join } from "node:path"
import type { OpenAPIHono } from "@hono/zod-openapi"
import { type AskDeps, askDue, caseJobs, countFigures, Presence, presenceRoutes, satisfactionPages } from "#cases"
import { accountRoutes, socialChannel } from "#channels/social"
import { conversationRoutes, OutboxWorker, type Sending } from "#conversations"
import { openAlerts, openAnswers, openHearing, openTies } from "#listening"
import { logoRoute, type PeopleEnv } from "#people"
import {
  type Blobs,
  type Clock,
  type Config,
  type Database,
  FactFeed,
  holdHome,
  Jobs,
  type Log,
  Metrics,
  openHome,
  privateRanges,
  SafeFetch,
  Spool,
} from "#platform"
import { createApp } from "./app.ts"
import type { deskFile } from "./desk-files.ts"
import { firstRunRoutes } from "./first-run/routes.ts"
import { FeedStreams } from "./feed-stream.ts"
import { greeting, startLink } from "./greeting.ts"
import { type Ground, openGround } from "./ground.ts"
import { databaseHealth, diskHealth } from "./health.ts"
import { ipReader, serveHttp } from "./http-server.ts"
import { keepCheckpoint, startJobs } from "./jobs.ts"
import { openImports } from "./imports.ts"
import { KeepPostgres } from "./keep-postgres.ts"
import { openAutomation } from "./open-automation.ts"
import { openPush } from "./open-push.ts"
import { type MailOptions, type OpenMail, openMail } from "./open-mail.ts"
import { peopleParts } from "./people-parts.ts"
import { joinCases } from "./join-cases.ts"
import { knowledgeParts, roomRoutes } from "./rooms.ts"
import { subscribe } from "./subscriptions.ts"

/** What stands in an open house, for those who live in it: the example company. */
export interface HouseParts {
  db: Database
  blobs: Blobs
  jobs: Jobs
  feed: FactFeed
  log: Log
}

export interface HouseOptions extends MailOptions {
  /** Given up while it opens: what was opened is closed again. */
  signal?: AbortSignal
  /** More rooms, for whoever is signed in. */
  also?: (parts: HouseParts) => OpenAPIHono<PeopleEnv>[]
  desk?: typeof deskFile
  /** What a test may choose about listening: kinds of sources, and how long a preview may look. */
  hearing?: Pick<Parameters<typeof openHearing>[0], "kinds" | "previewBudget">
}

export interface House {
  config: Config
  parts: HouseParts
  app: OpenAPIHono<PeopleEnv>
  ports: { http: number; smtp: number }
  greeting: string[]
  /** Files and sends everything that is due now, as the clock would have it done soon. */
  settle(): Promise<void>
  /** Finishes what is under way, and stops everything that was started. */
  close(): Promise<void>
}

/** Opens every room, in the order in which they lean on each other, and the doors last. */
export async function openHouse(config: Config, clock: Clock, options: HouseOptions = {}): Promise<House> {
  const closing: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step()
  }
  try {
    return await open(config, clock, options, closing, close)
  } catch (error) {
    await close()
    throw error
  }
}

async function open(
  config: Config,
  clock: Clock,
  options: HouseOptions,
  closing: (() => Promise<unknown>)[],
  close: () => Promise<void>,
): Promise<House> {
  await openHome(config.home)
  const held = await holdHome(config.home)
  closing.push(() => held.letGo())
  const ground = await openGround(config, clock, 10, options.signal)
  const { db, keys, blobs, log } = ground
  if (ground.postgres) {
    const keeper = new KeepPostgres(config, ground.postgres, log)
    closing.push(() => keeper.stop())
  }
  closing.push(() => db.close())
  options.signal?.throwIfAborted()

  const metrics = new Metrics()
  const outbound = new SafeFetch(privateRanges(config.allowPrivate))
  closing.push(() => outbound.close())
  const spool = new Spool(join(config.home, "spool"), clock)
  await spool.open()
  closing.push(() => spool.close())
  const feed = new FactFeed(db, log)
  await feed.open()
  closing.push(() => feed.close())
  const jobs = new Jobs(db, log)
  await jobs.open()
  closing.push(() => jobs.close())
  const checkpoint = keepCheckpoint(ground)
  await checkpoint.run({})
  closing.push(() => checkpoint.run({}))

  const mail = await openMail({ ...ground, spool, feed, jobs, metrics }, options)
  const sending: Sending = { keys, blobs, channels: new Map([[mail.channel.kind, mail.channel]]), undoSeconds: config.undoSeconds }
  subscribe(db, sending, config)
  const outbox = new OutboxWorker({ db, blobs, channels: sending.channels, log, metrics, worker: `${hostname()}:${config.home}` })
  await outbox.open()
  closing.push(() => outbox.close())
  // A message that came in puts nothing in the outbox: in a flood, asking after each would cost as much as filing three.
  feed.listen((fact) => fact.kind.startsWith("message.") && fact.kind !== "message.received" && outbox.wake())
  const asking: AskDeps = { sending, url: config.url, timeZone: config.timeZone }
  await startJobs(jobs, ground, mail, asking)
  const automation = await openAutomation({ ground, feed, jobs, outbound, sending })
  closing.push(() => automation.close())

  const alerts = await openAlerts({
    db,
    jobs,
    heldBecause: () => mail.channel.heldBecause(),
    write: (alert) => mail.writeAside(alert),
    url: config.url,
  })
  for (const [kind, subscriber] of alerts.subscribers) db.subscribe(kind, subscriber)
  const social = {
    db,
    keys,
    log,
    ground: { outbound, clock, agent: `Vigie (+${config.url.origin})` },
    held: config.demo ? "example" : null,
  }
  const channel = socialChannel(social)
  const answers = openAnswers({ db, feed, log, channel, undoSeconds: config.undoSeconds })
  closing.push(() => answers.close())
  const others: NonNullable<Parameters<typeof openHearing>[0]["others"]> = (heard) => answers.own.others(heard)
  const ourAuthors = () => channel.ownAuthors(db.read)
  const heard = { others, ourAuthors, intake: mail.intake }
  const hearing = await openHearing({ db, keys, log, jobs, outbound, url: config.url, ...heard, ...options.hearing })
  for (const [kind, subscriber] of hearing.subscribers) db.subscribe(kind, subscriber)
  closing.push(() => hearing.close())
  const ties = await openTies({ db, feed, log, jobs })
  closing.push(() => ties.close())

  const push = await openPush(ground, feed, jobs, outbound)
  closing.push(() => push.close())

  const ipOf = ipReader(config.proxyHops)
  const people = peopleParts({ ground, outbound, jobs, mail, ipOf })
  const streams = new FeedStreams(db, feed, people.refresh)
  closing.push(async () => streams.close())
  const imports = openImports(ground, streams, hearing.brings)
  closing.push(() => imports.close())
  const presence = new Presence(clock, (audience, now) => streams.tellPassing("presence", audience, now))
  closing.push(async () => presence.close())
  const parts = { db, blobs, jobs, feed, log }
  const app = createApp({
    ...(options.desk ? { desk: options.desk } : {}),
    db,
    log,
    metrics,
    https: config.url.protocol === "https:",
    authenticate: people.authenticate,
    ipOf,
    streams,
    presence,
    checks: { database: databaseHealth(db), disk: diskHealth(config), ...mail.checks },
    open: [...people.open, satisfactionPages({ db, keys }), logoRoute({ db }), ...hearing.open],
    rooms: [
      ...people.rooms,
      conversationRoutes({ db, blobs, sending, join: joinCases, outbound }),
      mail.routes,
      firstRunRoutes(ground, mail),
      ...automation.routes,
      push.routes,
      ...hearing.routes,
      ...ties.routes,
      ...answers.routes,
      accountRoutes(social),
      alerts.routes,
      imports.routes,
      presenceRoutes({ db, presence }),
      ...roomRoutes(ground, jobs),
      ...knowledgeParts(ground, outbound, ipOf),
      ...(options.also?.(parts) ?? []),
    ],
  })

  options.signal?.throwIfAborted()
  await hearing.listen()
  await ties.listen()
  await answers.listen()
  const smtp = await mail.listen()
  closing.push(() => mail.stop())
  const http = await serveHttp(app, config.http)
  closing.push(() => http.stop())
  // Unless VIGIE_URL says where people come in.
  if (config.url.port === "0") config.url.port = String(http.port)
  const ports = { http: http.port, smtp }
  return {
    config,
    parts,
    app,
    ports,
    greeting: await greeting(config, db, { host: config.smtp.host, port: smtp }, await startLink(db)),
    settle: async () => {
      await settle(ground, mail, outbox, asking)
      await hearing.settled()
      await ties.settled()
      await answers.settled()
      await alerts.settled()
      await automation.settled()
      await push.settled()
    },
    close,
  }
}

async function settle({ db, config }: Ground, mail: OpenMail, outbox: OutboxWorker, asking: AskDeps): Promise<void> {
  await mail.settled()
  await outbox.settled()
  await caseJobs(db).clock.run({})
  await askDue(db, asking)
  await outbox.settled()
  await countFigures(db, config.timeZone)
}
