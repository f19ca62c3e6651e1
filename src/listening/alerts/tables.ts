import type { ColumnType, Generated, Selectable } from "kysely"
import type { Reader } from "#platform"
import type { ListeningTables } from "../tables.ts"
import type { AlertPlan } from "./plan.ts"
import type { SubjectKind } from "./subject.ts"

/** `end`: a mail that it is over. */
export const CHANNELS = ["desk", "browser", "mail", "end"] as const
export type AlertChannel = (typeof CHANNELS)[number]
/** Held until quiet hours end or the relay answers; leaving: a mail that is on its way out; trying: handed over right now. */
export const TELLING_STATES = ["told", "held", "leaving", "trying", "uncertain", "failed", "left_out"] as const
export type TellingState = (typeof TELLING_STATES)[number]
export const BECAUSE = [
  "quiet",
  "wish",
  "no_address",
  "no_relay",
  "no_inbox",
  "relay",
  "refused",
  "answered",
  "over",
  "disabled",
  "unseen",
] as const
export type Because = (typeof BECAUSE)[number]
export const EVENTS = ["step", "seen", "taken", "let_go", "answered", "unanswered", "over"] as const
export type AlarmEvent = (typeof EVENTS)[number]

export type AlertTables = {
  alert_plans: { subject: SubjectKind; subject_id: string; plan: ColumnType<AlertPlan, string, string>; by_actor: string; at: Date }
  alarm_alerts: {
    alarm_id: string
    plan: ColumnType<AlertPlan, string, string>
    told: number
    next_at: Date | null
    taken_by: string | null
    taken_at: Date | null
    over_at: Date | null
  }
  alarm_tellings: {
    id: string
    alarm_id: string
    step: number
    agent_id: string
    channel: AlertChannel
    state: TellingState
    because: Because | null
    at: Date
    due_at: Date | null
    told_at: Date | null
    /** When it was first tried by mail, and by every quiet hour that it waited since later than that. */
    tried_at: Date | null
    mail_id: string | null
  }
  alarm_events: { n: Generated<number>; alarm_id: string; at: Date; what: AlarmEvent; step: number | null; by_actor: string }
}

export type AlarmAlert = Selectable<AlertTables["alarm_alerts"]>
export type Telling = Selectable<AlertTables["alarm_tellings"]>

/** The tables of alerts, through whatever reads or writes. */
export function alertRoom(reader: Pick<Reader, "sql">) {
  return reader.sql.withTables<AlertTables>()
}

/** Alarms with how far their telling has come. */
export function alertedRoom(reader: Pick<Reader, "sql">) {
  return reader.sql.withTables<ListeningTables & AlertTables>()
}
