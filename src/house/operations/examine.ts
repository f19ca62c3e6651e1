import { existsSync } from "node:fs"
import { auditVerdict, verifyAudit } from "#audit"
import { type Config, type Database, isHeld, loadKeys } from "#platform"
import { checkClock, watchClock } from "./doctor/clock.ts"
import { checkDatabase } from "./doctor/database.ts"
import { checkDisk } from "./doctor/disk.ts"
import { fail, type Finding, ok } from "./doctor/finding.ts"
import { checkIntake, checkRelay } from "./doctor/mail.ts"
import { checkListening } from "./doctor/listening.ts"
import { checkMailboxes } from "./doctor/mailboxes.ts"
import { checkSpool } from "./doctor/spool.ts"
import { sampleBlobs } from "./sample-blobs.ts"

export interface Examined {
  config: Config
  now: () => Date
  /** Gives the database, and rejects when it can't be reached. */
  openDatabase: () => Promise<Database>
}

/** Looks at everything that Vigie stands on, and changes nothing. */
export async function examine({ config, now, openDatabase }: Examined): Promise<Finding[]> {
  if (!existsSync(config.home)) return [fail("doctor.home.missing", { home: config.home }, "doctor.home.todo")]
  const watch = watchClock(Date.now, () => performance.now())
  const running = await isHeld(config.home)
  const findings: Finding[] = [ok(running ? "doctor.server.running" : "doctor.server.stopped", { home: config.home })]
  const db = await openDatabase().catch((error: unknown) => {
    findings.push(fail("doctor.database.away", { problem: nameOf(error) }, "doctor.database.away.todo"))
    return null
  })
  if (db) findings.push(...(await checkDatabase(db.read).catch(databaseFailed)))
  findings.push(await checkDisk(config.home, config.minFreeBytes))
  findings.push(await checkIntake(config.smtp, running), await checkRelay(config.relay))
  if (db && hasSchema(findings)) findings.push(...(await checkMailboxes(db.read)), ...(await checkListening(db.read, running)))
  findings.push(...(await checkSpool(config.home, now(), running)), await checkBlobs(config.home))
  if (db && hasSchema(findings)) findings.push(await checkAudit(db, config.home))
  findings.push(await checkClock(watch, now(), db?.read ?? null).catch(() => fail("doctor.clock.unknown")))
  return findings
}

function hasSchema(findings: readonly Finding[]): boolean {
  return !findings.some(({ key }) => /^doctor\.database\.(away|empty|behind|newer|strange)$/.test(key))
}

async function checkBlobs(home: string): Promise<Finding> {
  const { checked, damaged } = await sampleBlobs(home, 50)
  if (damaged.length > 0) return fail("doctor.blobs.damaged", { count: damaged.length, name: damaged[0]! }, "doctor.blobs.todo")
  return ok("doctor.blobs.ok", { count: checked })
}

async function checkAudit(db: Database, home: string): Promise<Finding> {
  const { good, key, values } = auditVerdict(await verifyAudit(db.read, await loadKeys(home), home))
  if (good) return ok(key, values)
  // A new house has nothing yet that a checkpoint could vouch for.
  if (key === "audit.noCheckpoint") return { state: "warn", key, values }
  return fail(key, values, "doctor.audit.todo")
}

function databaseFailed(error: unknown): Finding[] {
  return [fail("doctor.database.away", { problem: nameOf(error) }, "doctor.database.away.todo")]
}

/** The code or kind of an error. Messages of database errors can quote a person's words. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return "code" in error && typeof error.code === "string" ? error.code : error.message.split("\n", 1)[0]!.slice(0, 200)
}
