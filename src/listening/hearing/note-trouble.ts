import { DAY, FetchRefused, fitJson, HOUR, MINUTE, type Tx } from "#platform"
import { noteEvent } from "../sources/note-event.ts"
import { SourceTrouble, type TroubleCode } from "../sources/source.ts"
import { type Reason, room, type Source, type SourceState } from "../tables.ts"

const STATE: Readonly<Record<TroubleCode, SourceState>> = {
  throttled: "throttled",
  "needs-approval": "needs_approval",
  refused: "failing",
  unreachable: "failing",
  unreadable: "unreadable",
  gone: "unreadable",
}
/** The first pause after each, which doubles, and the longest. */
const PAUSES: Readonly<Record<TroubleCode, readonly [number, number]>> = {
  throttled: [5 * MINUTE, 6 * HOUR],
  "needs-approval": [6 * HOUR, DAY],
  refused: [15 * MINUTE, 6 * HOUR],
  unreachable: [MINUTE, HOUR],
  unreadable: [15 * MINUTE, DAY],
  gone: [6 * HOUR, DAY],
}

/** A month's budget that is spent is waited for until the next. */
const LONGEST = 32 * DAY

/** What a kind threw, as something to be said of its source. */
export function troubleOf(error: unknown): SourceTrouble {
  if (error instanceof SourceTrouble) return error
  if (error instanceof FetchRefused)
    return new SourceTrouble("unreachable", { remark: { key: `listening.fetch.${error.reason}` }, cause: error })
  return new SourceTrouble("unreadable", { cause: error })
}

/** Writes down why a source couldn't be read and when it is asked again. One look that fails for the first time is no news. */
export async function noteTrouble(tx: Tx, source: Source, { code, until, remark }: SourceTrouble): Promise<Date> {
  const [first, longest] = PAUSES[code]
  const pause = Math.min(first * 2 ** Math.min(source.failures, 20), longest)
  const next = new Date(Math.min(Math.max(tx.now.getTime() + pause, until?.getTime() ?? 0), tx.now.getTime() + LONGEST))
  const isSlip = code === "unreachable" && source.failures === 0 && source.read_at !== null && source.state === "reading"
  const state = isSlip ? source.state : STATE[code]
  const reason: Reason = { code, ...(remark ?? { key: `listening.trouble.${code}` }) }
  const isNew = state !== source.state || (!isSlip && source.reason?.code !== code)
  await room(tx)
    .updateTable("sources")
    .set({
      failures: source.failures + 1,
      next_at: next,
      ...(isSlip ? {} : { state, settled_at: null, reason: fitJson(reason) }),
      ...(state === source.state ? {} : { state_since: tx.now }),
    })
    .where("id", "=", source.id)
    .execute()
  if (isNew) {
    await noteEvent(tx, source.id, code, { key: reason.key, ...(reason.values ? { values: reason.values } : {}) })
    await tx.record({
      kind: "source.troubled",
      actor: `system:source-${source.kind}`,
      about: {},
      audience: "all",
      data: { source: source.id, state, code },
    })
  }
  return next
}
