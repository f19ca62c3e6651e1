import { sql } from "kysely"
import { DAY, type Tx } from "#platform"
import { SURGE } from "../surges/settings.ts"
import { SurgeDetector } from "../surges/surge-detector.ts"
import { room } from "../tables.ts"
import { callAlarm } from "./call-alarm.ts"
import { countCustomers, subjectKey } from "./desk-counts.ts"
import { gatherDeskEvidence } from "./desk-evidence.ts"
import { deskStanding, type Intake } from "./desk-standing.ts"
import { type DeskSubject, deskSubjects } from "./desk-subjects.ts"
import type { JudgeAll } from "./judge.ts"
import { judgeStretch, type Known } from "./judge-stretch.ts"
import type { SaidCount } from "./said-counts.ts"

const LEARNS = 28 * DAY

/** Every inbox and every topic, by what customers write, each in a transaction of its own. */
export function judgeDesk(intake: Intake): JudgeAll {
  return async ({ db }, to, openSince) => {
    const reader = db.read
    // Asked before counting: what is filed between the two is counted, and waited for once more.
    const waiting = intake.waiting()
    const mailboxes = await intake.mailboxes(reader)
    const subjects = await deskSubjects(reader)
    const kept = new Map(
      (await room(reader).selectFrom("desk_detectors").select(["kind", "name", "through"]).execute()).map((row) => [
        subjectKey(row),
        row.through,
      ]),
    )
    const known = subjects.filter((subject) => kept.has(subjectKey(subject)))
    const earliest = Math.min(to.getTime(), ...known.map((subject) => kept.get(subjectKey(subject))!.getTime()))
    const latest = await countCustomers(reader, known, new Date(Math.max(earliest, openSince.getTime() - SURGE.interval)), to)
    const past = await countCustomers(
      reader,
      subjects.filter((subject) => !kept.has(subjectKey(subject))),
      new Date(to.getTime() - LEARNS),
      to,
    )
    const failed = new Map<string, unknown>()
    let isWaiting = false
    for (const subject of subjects) {
      const key = subjectKey(subject)
      if ((kept.get(key) ?? 0) >= to) continue
      const counts = latest.get(key) ?? past.get(key) ?? new Map<number, SaidCount>()
      const itsOwn = subject.kind === "inbox" ? mailboxes.filter(({ inboxId }) => inboxId === subject.name) : mailboxes
      const about: Known = {
        to,
        countOf: (at) => counts.get(at.getTime()),
        standingIn: (at) => (at < openSince ? null : deskStanding(itsOwn, waiting, new Date(at.getTime() + SURGE.interval), reader.now)),
      }
      try {
        isWaiting = (await db.transact((tx) => judgeSubject(tx, subject, about, counts))) < to || isWaiting
      } catch (error) {
        failed.set(key, error)
      }
    }
    return { failed, isWaiting }
  }
}

async function judgeSubject(tx: Tx, subject: DeskSubject, known: Known, counts: ReadonlyMap<number, SaidCount>): Promise<Date> {
  const { kind, name } = subject
  const kept = await room(tx)
    .selectFrom("desk_detectors")
    .selectAll()
    .where("kind", "=", kind)
    .where("name", "=", name)
    .forUpdate()
    .executeTakeFirst()
  if (kept && kept.through >= known.to) return kept.through
  // What was before it was first looked at is learnt and never called: forty old cases given a tag at once are no surge.
  const begins = kept?.through ?? new Date(known.to.getTime() - SURGE.interval)
  const learnt = kept ? new SurgeDetector(SURGE.interval, kept.state) : learn(subject, counts, begins)
  const { detector, through, judged } = judgeStretch(learnt, begins, known)
  for (const { row, bucket, standing } of judged)
    if (row.isAlarm)
      await callAlarm(tx, { row, bucket, isComplete: standing === "read" }, (since, end) => gatherDeskEvidence(tx, subject, since, end))
  await sql`
    insert into desk_detectors (kind, name, state, through) values (${kind}, ${name}, ${JSON.stringify(detector.state)}, ${through})
    on conflict (kind, name) do update set state = excluded.state, through = excluded.through`.execute(tx.sql)
  return through
}

/** Nothing under a tag that was already given is nothing said: a tag that lay idle for a month is known to be calm. */
function learn({ since }: DeskSubject, counts: ReadonlyMap<number, SaidCount>, to: Date): SurgeDetector {
  const detector = new SurgeDetector()
  const begins = Math.max(Math.min(since.getTime(), ...counts.keys()), to.getTime() - LEARNS)
  for (let at = Math.ceil(begins / SURGE.interval) * SURGE.interval; at < to.getTime(); at += SURGE.interval)
    detector.push(counts.get(at) ?? { posts: 0, people: 0 })
  return detector
}
