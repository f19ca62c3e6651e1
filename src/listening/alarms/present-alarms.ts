import { standingCases } from "#cases"
import { inboxNames } from "#conversations"
import { type Actor, seesInbox } from "#people"
import type { Reader } from "#platform"
import { type CaseOfAlarm, type AlarmView, presentAlarm } from "../views/alarm-view.ts"
import { type ListedAlarm, seesAllOf } from "./alarms.ts"
import { trackOf, tracksOf } from "./tracks.ts"

/** Alarms as somebody may see them: without words of inboxes that aren't theirs. */
export async function presentAlarms(actor: Actor, reader: Reader, rows: readonly ListedAlarm[]): Promise<AlarmView[]> {
  const tracks = await tracksOf(reader, rows)
  const inboxes = await inboxNames(
    reader,
    rows.flatMap(({ inbox_id }) => inbox_id ?? []),
  )
  return rows.map((row) => {
    const seen = seesAllOf(actor, row) ? row : { ...row, evidence: { ...row.evidence, words: [] } }
    return presentAlarm(seen, row.watch_name ?? inboxes.get(row.inbox_id ?? "") ?? row.topic ?? "", tracks.get(trackOf(row)))
  })
}

/** The cases in which most of it is said, as far as somebody may see them. */
export async function casesOfAlarm(actor: Actor, reader: Reader, { evidence }: ListedAlarm): Promise<CaseOfAlarm[]> {
  const ids = evidence.cases ?? []
  const standing = await standingCases(reader, ids)
  const found = ids.flatMap((id) => standing.get(id) ?? []).filter(({ inboxIds }) => seesInbox(actor, inboxIds))
  return [...new Map(found.map(({ id, number, subject }) => [id, { id, number, subject }])).values()]
}
