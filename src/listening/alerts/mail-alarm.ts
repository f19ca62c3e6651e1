import type { Outcome, Person } from "#conversations"
import { accessAgent } from "#people"
import { type Database, DAY, type JobKind, MINUTE, type Tx } from "#platform"
import type { Language } from "#words"
import { composeAlert } from "./compose-alert.ts"
import { MAIL, type Reach } from "./reach.ts"
import { alertRoom, type Because, type Telling } from "./tables.ts"

/** A mail that belongs to no conversation, as the house sends it. */
export type SendMail = (mail: {
  to: Person
  subject: string
  text: string
  html: string
  language: Language
  automatic: boolean
}) => Promise<Outcome>

interface Parts {
  db: Database
  reach: Reach
  send: SendMail
  /** Where the desk is. */
  url: URL
}

/** A relay that doesn't answer is asked again after this, and given up after a day. */
const AGAIN = 5 * MINUTE
const GIVEN_UP = DAY

/** Mails one person what they are to be told. Once: where it can't be known whether it left, it isn't sent again, and that is shown. */
export function mailAlarmJob(parts: Parts): JobKind<{ mail: string }> {
  return {
    name: MAIL,
    async run({ mail }) {
      const { db, send, url } = parts
      const tellings = await db.transact((tx) => begin(tx, mail))
      const first = tellings[0]
      if (!first) return
      const agent = await accessAgent(db.read, first.agent_id)
      if (agent.disabled || agent.email === null) {
        await settle(db, mail, "left_out", agent.disabled ? "disabled" : "no_address")
        return
      }
      const composed = await composeAlert(db.read, agent, tellings, url)
      if (!composed) return settle(db, mail, "left_out", "over")
      const { kind, answer } = await send({
        to: { name: agent.name, address: agent.email },
        ...composed,
        language: agent.language,
        automatic: true,
      })
      if (kind === "sent") await settle(db, mail, "told")
      else if (kind === "uncertain") await settle(db, mail, "uncertain")
      else if (kind === "refused") await settle(db, mail, "failed", answer.startsWith("No inbox") ? "no_inbox" : "refused")
      else await again(parts, mail, first)
    },
  }
}

/** What the mail carries, marked as being handed over. What was marked before may have left: it is left alone, and said so. */
async function begin(tx: Tx, mail: string): Promise<Telling[]> {
  const tables = alertRoom(tx)
  const all = await tables
    .selectFrom("alarm_tellings")
    .selectAll()
    .where("mail_id", "=", mail)
    .orderBy("at")
    .orderBy("id")
    .forUpdate()
    .execute()
  const change = (from: Telling["state"], to: Telling["state"]) =>
    tables.updateTable("alarm_tellings").set({ state: to }).where("mail_id", "=", mail).where("state", "=", from).execute()
  await change("trying", "uncertain")
  await change("leaving", "trying")
  return all.filter(({ state }) => state === "leaving")
}

async function settle(db: Database, mail: string, state: Telling["state"], because: Because | null = null): Promise<void> {
  await db.transact(async (tx) => {
    await alertRoom(tx)
      .updateTable("alarm_tellings")
      .set({ state, ...(because === null ? {} : { because }), ...(state === "told" ? { told_at: tx.now } : {}) })
      .where("mail_id", "=", mail)
      .where("state", "=", "trying")
      .execute()
  })
}

/** It waits, and leaves with whatever else there is to tell by then. */
async function again({ db, reach }: Parts, mail: string, { at }: Telling): Promise<void> {
  if (db.clock.now().getTime() - at.getTime() > GIVEN_UP) return settle(db, mail, "failed", "relay")
  await db.transact(async (tx) => {
    const due = new Date(tx.now.getTime() + AGAIN)
    await alertRoom(tx)
      .updateTable("alarm_tellings")
      .set({ state: "held", because: "relay", due_at: due, mail_id: null })
      .where("mail_id", "=", mail)
      .where("state", "=", "trying")
      .execute()
    await reach.lookAt(tx, due)
  })
}
