import type { MessageForCase } from "#conversations"
import type { Tx } from "#platform"
import { deskHours } from "../deadlines/desk-hours.ts"
import type { CaseRow } from "../tables.ts"
import type { PromisedTime } from "./reading/promised-times.ts"

/** What reading dates needs: where the company is when neither a calendar nor the company says it. */
export interface SuggestDeps {
  timeZone: string
}

/** The moments that an answer promises, as its language and the desk's hours say them. */
export async function readTimes(
  tx: Tx,
  row: CaseRow,
  message: MessageForCase,
  sentAt: Date,
  { timeZone }: SuggestDeps,
): Promise<PromisedTime[]> {
  if (!MAY_NAME_A_TIME.test(message.newText)) return []
  // Reading dates brings 260 modules, which a start can do without.
  const { promisedTimes } = await import("./reading/promised-times.ts")
  return promisedTimes(message.newText, { language: message.language, sentAt, ...(await deskHours(tx, row, timeZone)) })
}

/** Most answers name no time at all and are not read further. */
const MAY_NAME_A_TIME =
  /\d|day|morrow|night|noon|week|jour|demain|midi|minuit|soir|semaine|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|EOD/iu
