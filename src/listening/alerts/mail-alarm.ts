import type { Outcome, Person } from "#conversations"
import { accessAgent } from "#people"
import { type Database, DAY, type JobKind, MINUTE, type Tx } from "#platform"
import type { Language } from "#words"
import { composeAlert } from "./compose-alert.ts"
import { MAIL, type Reach } from "./reach.ts"
import { stillToTell } from "./still-to-tell.ts"
import { alertRoom, type Because, type Telling } from "./tables.ts"

/** A mail that belongs to no conversation, as the house writes it; what it gives hands it over. */
export type WriteMail = (mail: {
  to: Person
  subject: string
  text: string
  html: string
  language: Language
  automatic: boolean
}) => Promise<() => Promise<Outcome>>

interface Parts {
  db: Database
  reach: Reach
  write: WriteMail
  /** Where the desk is. */
  url: URL
}

/** A relay that doesn't answer is asked again after this, and given up a day after it was first asked. */
const AGAIN = 5 * MINUTE
const GIVEN_UP = DAY

/** Mails one person what they are to be told. Once: where it can't be known whether it left, it isn't sent again, and that is shown. */
export function mailAlarmJob(parts: Parts): JobKind<{ mail: string }> {
  return {
    name: MAIL,
    async run({ mail }) {
      const { db, write, url } = parts
      const tellings = await db.transact((tx) => leaving(tx, parts, mail))
      const first = tellings[0]
      if (!first) return
      const agent = await accessAgent(db.read, first.agent_id)
      const composed = agent.email === null ? null : await composeAlert(db.read, agent, tellings, url)
      if (!composed || agent.email === null) return settle(db, mail, "leaving", "left_out", "over")
      const to = { name: agent.name, address: agent.email }
      const handOver = await write({ to, ...composed, language: agent.language, automatic: true })
      // From here on it may have left.
      if (!(await db.transact((tx) => begin(tx, mail)))) return
      const { kind, answer } = await handOver()
      if (kind === "sent") await settle(db, mail, "trying", "told")
      else if (kind === "uncertain") await settle(db, mail, "trying", "uncertain")
      else if (kind === "refused") await settle(db, mail, "trying", "failed", answer.startsWith("No inbox") ? "no_inbox" : "refused")
      else await again(parts, mail)
    },
  }
}

/** What the mail is to carry, of what is still to be told. What was being handed over before may have left: it is left alone, and said so. */
async function leaving(tx: Tx, { reach }: Parts, mail: string): Promise<Telling[]> {
  const all = await alertRoom(tx)
    .selectFrom("alarm_tellings")
    .selectAll()
    .where("mail_id", "=", mail)
    .orderBy("at")
    .orderBy("id")
    .forUpdate()
    .execute()
  await alertRoom(tx)
    .updateTable("alarm_tellings")
    .set({ state: "uncertain" })
    .where("mail_id", "=", mail)
    .where("state", "=", "trying")
    .execute()
  const due = all.filter(({ state }) => state === "leaving")
  return due[0] ? stillToTell(tx, reach, due[0].agent_id, due) : []
}

/** Marks it as being handed over; false where somebody else does. */
async function begin(tx: Tx, mail: string): Promise<boolean> {
  const marked = await alertRoom(tx)
    .updateTable("alarm_tellings")
    .set((row) => ({ state: "trying", tried_at: row.fn.coalesce("tried_at", row.val(tx.now)) }))
    .where("mail_id", "=", mail)
    .where("state", "=", "leaving")
    .executeTakeFirst()
  return marked.numUpdatedRows > 0n
}

type State = Telling["state"]

async function settle(db: Database, mail: string, from: State, to: State, because: Because | null = null): Promise<void> {
  await db.transact(async (tx) => {
    await alertRoom(tx)
      .updateTable("alarm_tellings")
      .set({ state: to, ...(because === null ? {} : { because }), ...(to === "told" ? { told_at: tx.now } : {}) })
      .where("mail_id", "=", mail)
      .where("state", "=", from)
      .execute()
  })
}

/** It waits, and leaves with whatever else there is to tell by then. Of what leaves together, each has its own day. */
async function again({ db, reach }: Parts, mail: string): Promise<void> {
  await db.transact(async (tx) => {
    const due = new Date(tx.now.getTime() + AGAIN)
    const tried = alertRoom(tx).updateTable("alarm_tellings").where("mail_id", "=", mail).where("state", "=", "trying")
    await tried
      .set({ state: "failed", because: "relay" })
      .where("tried_at", "<", new Date(tx.now.getTime() - GIVEN_UP))
      .execute()
    await tried.set({ state: "held", because: "relay", due_at: due, mail_id: null }).execute()
    await reach.lookAt(tx, due)
  })
}
