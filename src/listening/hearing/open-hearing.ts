import type { OpenAPIHono } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import {
  type Database,
  errorFields,
  type Fact,
  type Jobs,
  type Keys,
  type Log,
  newRouter,
  type SafeFetch,
  SECOND,
  type Subscriber,
} from "#platform"
import type { Intake } from "../alarms/desk-standing.ts"
import { Judge } from "../alarms/judge.ts"
import { judgeDesk } from "../alarms/judge-desk.ts"
import { judgeWatches } from "../alarms/judge-watches.ts"
import { gatherKept } from "../gathering/gather-kept.ts"
import { Gatherer } from "../gathering/gatherer.ts"
import { alarmRoutes } from "../routes/alarm-routes.ts"
import { claimRoutes } from "../routes/claim-routes.ts"
import { mentionExportRoutes } from "../routes/mention-export-routes.ts"
import { mentionRoutes } from "../routes/mention-routes.ts"
import { pictureRoutes } from "../routes/picture-routes.ts"
import { pushRoutes, pushUrlOf } from "../routes/push-routes.ts"
import { readingRoutes } from "../routes/reading-routes.ts"
import { sourceRoutes } from "../routes/source-routes.ts"
import { storyRoutes } from "../routes/story-routes.ts"
import { toldRoutes } from "../routes/told-routes.ts"
import { watchRoutes } from "../routes/watch-routes.ts"
import { bringLines } from "../mentions/bring-lines.ts"
import { KINDS } from "../sources/kinds.ts"
import type { SourceGround } from "../sources/source-ground.ts"
import type { SourceKind } from "../sources/source.ts"
import { LanguageThread } from "../understanding/language-thread.ts"
import { behind, catchUp, catchUpJob } from "../watches/catch-up.ts"
import { sweepListening } from "../watches/sweep.ts"
import { HistoryMatcher } from "../watches/history-matcher.ts"
import { AuthorNames } from "./author-names.ts"
import { LiveMatcher } from "./live-matcher.ts"
import { matchAgain } from "./match-again.ts"
import { OWN_PAST, ownPastJob } from "./own-past.ts"
import { EMPTY_PURSE, spendingOf } from "./source-spending.ts"
import { SourceReaders } from "./source-readers.ts"
import type { Hearing } from "./take-in.ts"

/** How often it is seen whether five minutes have ended. */
const LOOK_EVERY = 5 * SECOND

interface Parts {
  db: Database
  keys: Keys
  log: Log
  jobs: Jobs
  outbound: SafeFetch
  /** Where the outside reaches us. */
  url: URL
  /** What isn't our own of what is heard; left out: all of it. */
  others?: Hearing["others"]
  /** Keys and addresses of accounts that are or were ours; left out: none. */
  ourAuthors?: () => Promise<ReadonlySet<string>>
  intake: Intake
  /** Other kinds of sources than the house's own, for tests. */
  kinds?: readonly SourceKind[]
  /** Milliseconds that a preview may look. */
  previewBudget?: number
}

export interface OpenHearing {
  /** For whoever is signed in. */
  routes: OpenAPIHono<PeopleEnv>[]
  /** For the outside. */
  open: OpenAPIHono<PeopleEnv>[]
  /** Takes what a file tells, some lines at a time. */
  brings: ReturnType<typeof bringLines>
  /** What it hears of: the house subscribes them. */
  subscribers: [Fact["kind"], Subscriber][]
  /** Begins to listen; before, nothing is read. */
  listen(): Promise<void>
  /** Everything that is due now is read, matched and looked back for. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** Opens the room: the matcher, the readers of sources, and its routes. */
export async function openHearing({
  db,
  keys,
  log,
  jobs,
  outbound,
  url,
  others = async (heard) => heard,
  ourAuthors = async () => new Set(),
  intake,
  kinds = KINDS,
  previewBudget = 2000,
}: Parts): Promise<OpenHearing> {
  const matcher = new LiveMatcher(db, log)
  const history = new HistoryMatcher()
  const gatherer = new Gatherer(db, log)
  const languages = new LanguageThread()
  const hearing: Hearing = {
    db,
    matcher,
    others,
    languagesOf: (texts) =>
      languages.languagesOf(texts).catch((error: unknown) => {
        log.warn("listening.language-unread", errorFields(error))
        return texts.map(() => null)
      }),
    after: [(tx, { kept }) => gatherKept(tx, kept)],
    taken: () => gatherer.wake(),
  }
  const groundOf = (sourceId: string | null): SourceGround => ({
    outbound,
    clock: db.clock,
    log,
    agent: `Vigie (+${url.origin})`,
    pushUrl: sourceId && pushUrlOf(url, sourceId),
    secretFor: (purpose) => keys.sign("source", `${sourceId ?? "trial"}\n${purpose}`).toString("base64url"),
    spending: sourceId ? spendingOf(db, sourceId) : EMPTY_PURSE,
  })
  const judges = [judgeWatches, judgeDesk(intake)].map((all) => new Judge({ db, log }, all))
  const judge = () => Promise.all(judges.map((one) => one.judge()))
  let clock: NodeJS.Timeout | undefined
  const names = new AuthorNames(db, log, (source, mentionIds) => matchAgain(hearing, source, mentionIds))
  const readers = new SourceReaders({ hearing, keys, log, kinds, groundOf, names })
  await jobs.work(catchUpJob(db, history))
  await jobs.work(ownPastJob({ db, ourAuthors, moved: () => gatherer.forget() }))
  await jobs.every("37 3 * * *", { name: "listening.sweep", run: () => sweepListening(db) })
  await jobs.every("*/5 * * * *", { name: "listening.name-again", run: () => readers.nameAgain() })
  await jobs.every("*/2 * * * *", { name: "listening.still-there", run: async () => readers.beginLookAgain() })
  await jobs.every("*/5 * * * *", { name: "listening.gather-again", run: async () => gatherer.wake() })
  const lookBack = async () => {
    for (const id of await behind(db)) await catchUp(db, history, id)
  }
  const firehoses = kinds.filter(({ keeps }) => keeps === "matched").map(({ kind }) => kind)
  return {
    routes: [
      newRouter<PeopleEnv>().route("/", watchRoutes({ db, later: jobs, preview: { history, budget: previewBudget, firehoses } })),
      newRouter<PeopleEnv>().route("/", mentionRoutes({ hearing })),
      newRouter<PeopleEnv>().route("/", mentionExportRoutes({ db })),
      newRouter<PeopleEnv>().route("/", alarmRoutes({ db })),
      newRouter<PeopleEnv>().route("/", pictureRoutes({ db })),
      newRouter<PeopleEnv>().route("/", toldRoutes({ db })),
      newRouter<PeopleEnv>().route("/", sourceRoutes({ db, keys, kinds, readers, groundOf, url })),
      newRouter<PeopleEnv>().route("/", storyRoutes({ db, gatherer })),
      newRouter<PeopleEnv>().route("/", claimRoutes({ db })),
      newRouter<PeopleEnv>().route("/", readingRoutes({ db })),
    ],
    open: [pushRoutes({ db, kinds, readers })],
    brings: bringLines(hearing),
    subscribers: [["social-account.added", (tx) => jobs.put(tx, OWN_PAST, {})]],
    listen: async () => {
      await readers.open()
      clock = setInterval(
        () => void judge().catch((error: unknown) => log.error("listening.not-judged", errorFields(error))),
        LOOK_EVERY,
      ).unref()
      gatherer.wake()
    },
    settled: async () => {
      await lookBack()
      await readers.settled()
      await readers.nameAgain()
      await readers.lookAgain()
      await gatherer.settled()
      await Promise.all(judges.map((one) => one.judgeAgain()))
    },
    close: async () => {
      clearInterval(clock)
      await Promise.all(judges.map((one) => one.settled()))
      await readers.close()
      await gatherer.close()
      await languages.close()
      await matcher.close()
      await history.close()
    },
  }
}
