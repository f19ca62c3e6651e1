import { z } from "@hono/zod-openapi"
import type { PersonActor } from "#people"
import type { Database } from "#platform"
import type { Language } from "#words"
import type { Later } from "../later.ts"
import { presentCases } from "../present.ts"
import type { CaseRow } from "../tables.ts"
import type { OpenWordsOf } from "../timeline/open-words.ts"
import type { CaseView } from "../views.ts"

export interface CaseRoutesNeed {
  db: Database
  /** Jobs for promises and snoozes. */
  later: Later
}

export interface OneCaseNeed extends CaseRoutesNeed {
  /** What was said in the open and tied to a case. */
  openWords: OpenWordsOf
}

/** Who asks, as routes find it in Hono's context. */
export interface Asker {
  get(name: "actor"): PersonActor
  get(name: "language"): Language
}

export const moment = z.iso.datetime({ offset: true }).openapi({ description: "A moment (ISO 8601)" })

export function body<Schema extends z.ZodType>(schema: Schema) {
  return { body: { required: true, content: { "application/json": { schema } } } }
}

/** A case by its id or its number. */
export const caseParam = z.object({
  id: z
    .string()
    .max(100)
    .openapi({ param: { name: "id", in: "path" }, description: "The case's id, or its number" }),
})

export async function presentCase({ db }: CaseRoutesNeed, c: Asker, row: CaseRow): Promise<CaseView> {
  const [view] = await presentCases(c.get("actor"), db.read, c.get("language"), [row])
  return view!
}
