import { standingCases } from "#cases"
import { type Actor, seesInbox } from "#people"
import { Conflict, isId, NotFound, type Reader, type Tx } from "#platform"
import { answerRoom, type AnswerState, type PublicAnswer } from "./tables.ts"

/** What is said in the open may be seen by everybody; before, what was written with a case in sight is for those who see that case. */
const PUBLIC: readonly AnswerState[] = ["sent", "withdrawing", "withdrawn"]
export const isPublic = ({ state }: Pick<PublicAnswer, "state">): boolean => PUBLIC.includes(state)

/** Those of these that an actor may see. */
export async function seenAnswers<Row extends PublicAnswer>(actor: Actor, reader: Reader, rows: readonly Row[]): Promise<Row[]> {
  const standing = await standingCases(
    reader,
    rows.flatMap(({ case_id }) => case_id ?? []),
  )
  return rows.filter((row) => row.case_id === null || isPublic(row) || seesInbox(actor, standing.get(row.case_id)?.inboxIds ?? []))
}

/** @throws NotFound */
export async function accessAnswer(actor: Actor, reader: Reader, id: string): Promise<PublicAnswer> {
  const rows = await answerRoom(reader).selectFrom("public_answers").selectAll().where("id", "=", known(id)).execute()
  return there(await seenAnswers(actor, reader, rows))
}

/** The same for somebody who is about to change it: held until the transaction ends. @throws NotFound */
export async function holdAnswer(actor: Actor, tx: Tx, id: string): Promise<PublicAnswer> {
  const rows = await answerRoom(tx).selectFrom("public_answers").selectAll().where("id", "=", known(id)).forUpdate().execute()
  return there(await seenAnswers(actor, tx, rows))
}

/** @throws Conflict where it stands otherwise */
export function requireState(row: PublicAnswer, states: readonly AnswerState[], key: string): void {
  if (!states.includes(row.state)) throw new Conflict(key)
}

const known = (id: string): string => (isId(id) ? id : "00000000-0000-0000-0000-000000000000")

function there([found]: PublicAnswer[]): PublicAnswer {
  if (!found || found.state === "discarded") throw new NotFound("answers.notFound")
  return found
}
