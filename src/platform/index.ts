export { Database, type Reader, type Subscriber, type TakesTogether, type Tx } from "./database/database.ts"
export { checkDatabase } from "./database/check-database.ts"
export { copyOut } from "./database/copy-out.ts"
export { copyIn } from "./database/copy-in.ts"
export { fitJson } from "./database/fit.ts"
export { type Insertion, insertMany, insertTogether, rowsFor } from "./database/insert-many.ts"
export { type Address, clientConfig, type NoTables } from "./database/connect.ts"
export { type EmbeddedPostgres, startPostgres } from "./database/embedded.ts"
export { isAlive } from "./database/postmaster.ts"
export { migrate, NewerSchema, readMigrations } from "./database/migrate.ts"
export { type Blobs, FileBlobs } from "./blobs.ts"
export { type Clock, DAY, fixedClock, HOUR, MINUTE, type MovableClock, SECOND, systemClock } from "./clock.ts"
export { BadSetting } from "./bad-setting.ts"
export { type Config, installation, readConfig } from "./config.ts"
export type { Listen } from "./read-setting.ts"
export { flushFolder, writeDurably } from "./durable-file.ts"
export { csvLine } from "./http/csv-line.ts"
export { streamText } from "./http/stream-text.ts"
export { eachAlone } from "./each-alone.ts"
export {
  Conflict,
  type FieldProblem,
  Forbidden,
  Invalid,
  NotFound,
  Problem,
  TooLarge,
  TooMany,
  Unauthenticated,
  Unavailable,
  type Values,
} from "./errors.ts"
export { type Failpoint, failpoint } from "./failpoint.ts"
export type { Audience, Fact, SealedFact, Subjects } from "./facts.ts"
export { factsAfter, lastSeq, readFact } from "./read-facts.ts"
export { FactFollower } from "./follow-facts.ts"
export { FactFeed, type Listener } from "./feed.ts"
export { AlreadyRunning, holdHome, isHeld } from "./hold-home.ts"
export { HalfRestored, openHome, RESTORING } from "./home.ts"
export { idOf, isId, newId } from "./ids.ts"
export { type JobData, type JobKind, Jobs } from "./jobs.ts"
export { type KeyPurpose, Keys, loadKeys } from "./keys.ts"
export { createLog, errorFields, type Log, type LogFields, silentLog } from "./log.ts"
export { Metrics } from "./metrics.ts"
export { isDatabaseTrouble, isPassing } from "./passing.ts"
export { isAllowed, isRange, isWithin, type PrivateRanges, privateRanges } from "./public-address.ts"
export { FetchRefused, SafeFetch, type SafeFetchOptions, type SafeResponse } from "./safe-fetch.ts"
export { openSecret, sealSecret } from "./seal.ts"
export type { Socket } from "./socket.ts"
export { Spool, type SpoolWriter } from "./spool.ts"
export { type Envelope, type Spooled, TornSpool } from "./spool-file.ts"
export { bodyLimit } from "./http/body-limit.ts"
export { fewAtOnce } from "./http/few-at-once.ts"
export { tellOnce } from "./http/told-once.ts"
export { idempotency } from "./http/idempotency.ts"
export { forgetRepeatedRequests } from "./http/kept-answers.ts"
export { problemDocument, type ProblemDocument, problemResponse, type Say } from "./http/problem-document.ts"
export { readCursor, writeCursor } from "./http/cursor.ts"
export { pageOf, pageQuery } from "./http/pages.ts"
export { idParam, json, newRouter } from "./http/router.ts"
export { DATE_ORDERS, type DateOrder, DateOrderProof, isAmbiguousMoment, writtenMoment } from "./written-moment.ts"
export { readTar, type TarEntry, tarEnd, tarHeader, tarPadding, TornArchive } from "./tar.ts"
export { isTimeZone, offsetAt } from "./zone.ts"
