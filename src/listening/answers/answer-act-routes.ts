import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv, PersonActor } from "#people"
import { type Database, idParam, json, newRouter, type Tx } from "#platform"
import type { Language } from "#words"
import { PRIVATE_KINDS } from "../guard/find-private.ts"
import { AnswerDetail } from "./answer-view.ts"
import { approveAnswer, sendBack } from "./approve-answer.ts"
import { lookNow, sawNothing, sawThere, undoAnswer, withdrawAnswer } from "./change-queued.ts"
import { presentDetail } from "./present-answers.ts"
import { releaseFinding } from "./release-finding.ts"
import { type AnswerDeps, submitAnswer } from "./submit-answer.ts"
import type { PublicAnswer } from "./tables.ts"

const reason = z.string().trim().min(1).max(2000)
const revision = z.number().int().openapi({ description: "Of the words that were read" })
const aims = z.strictObject({
  aim: z.string().trim().max(500).default(""),
  tone: z.string().trim().max(200).default(""),
  reason: z.string().trim().max(2000).default(""),
})

/** The route of an act on an answer. */
function act<Schema extends z.ZodType>(name: string, summary: string, schema: Schema) {
  return createRoute({
    method: "post",
    path: `/api/public-answers/{id}/${name}`,
    tags: ["public answers"],
    summary,
    request: { params: idParam, body: { required: true, ...json(schema, "How") } },
    responses: { 200: json(AnswerDetail, "As it stands now") },
  })
}

const submit = act(
  "submit",
  "Give it on its way: it waits for its undo, or for leave. Refused with each private fact that stands in it (agent)",
  z.strictObject({ revision, decision: aims.nullish().openapi({ description: "Written down as a decision to speak in public" }) }),
)
const release = act(
  "releases",
  "Say that something found is no private fact, and why (agent; of references, case numbers and addresses a lead)",
  z.strictObject({ kind: z.enum(PRIVATE_KINDS), text: z.string().min(1).max(20_000), reason }),
)
const approve = act(
  "approve",
  "Give leave for these very words (a second person: an approver of the account)",
  z.strictObject({ revision }),
)
const back = act("send-back", "Refuse leave, and say what would be right", z.strictObject({ revision, reason }))
const undo = act("undo", "Take it back to where it is written, as long as it surely isn't there (agent)", z.strictObject({}))
const withdraw = act("withdraw", "Delete it where it stands (agent)", z.strictObject({ reason }))
const look = act("look", "Ask the place now whether it is there, or to delete it (agent)", z.strictObject({}))
const saw = act(
  "saw",
  "Say what one saw there oneself, of an answer whose end isn't known (agent)",
  z.strictObject({
    there: z.boolean(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .nullish(),
  }),
)

/** What is done with answers in the open. */
export function answerActRoutes({ db, ...deps }: AnswerDeps & { db: Database }) {
  const done = async (actor: PersonActor, language: Language, doing: (tx: Tx) => Promise<PublicAnswer>) =>
    presentDetail({ actor, language }, db.read, deps.channel, await db.transact(doing))
  return newRouter<PeopleEnv>()
    .openapi(submit, async (c) => {
      const [actor, { id }, { revision: read, decision }] = [c.get("actor"), c.req.valid("param"), c.req.valid("json")]
      const doing = (tx: Tx) => submitAnswer(actor, tx, deps, id, { revision: read, aims: decision ?? null })
      return c.json(await done(actor, c.get("language"), doing), 200)
    })
    .openapi(release, async (c) => {
      const [actor, { id }, given] = [c.get("actor"), c.req.valid("param"), c.req.valid("json")]
      return c.json(await done(actor, c.get("language"), (tx) => releaseFinding(actor, tx, id, given)), 200)
    })
    .openapi(approve, async (c) => {
      const [actor, { id }, { revision: read }] = [c.get("actor"), c.req.valid("param"), c.req.valid("json")]
      return c.json(await done(actor, c.get("language"), (tx) => approveAnswer(actor, tx, deps, id, read)), 200)
    })
    .openapi(back, async (c) => {
      const [actor, { id }, given] = [c.get("actor"), c.req.valid("param"), c.req.valid("json")]
      return c.json(await done(actor, c.get("language"), (tx) => sendBack(actor, tx, deps, id, given.revision, given.reason)), 200)
    })
    .openapi(undo, async (c) => {
      const [actor, { id }] = [c.get("actor"), c.req.valid("param")]
      return c.json(await done(actor, c.get("language"), (tx) => undoAnswer(actor, tx, id)), 200)
    })
    .openapi(withdraw, async (c) => {
      const [actor, { id }, given] = [c.get("actor"), c.req.valid("param"), c.req.valid("json")]
      return c.json(await done(actor, c.get("language"), (tx) => withdrawAnswer(actor, tx, deps.channel, id, given.reason)), 200)
    })
    .openapi(look, async (c) => {
      const [actor, { id }] = [c.get("actor"), c.req.valid("param")]
      return c.json(await done(actor, c.get("language"), (tx) => lookNow(actor, tx, id)), 200)
    })
    .openapi(saw, async (c) => {
      const [actor, { id }, { there, url }] = [c.get("actor"), c.req.valid("param"), c.req.valid("json")]
      const doing = (tx: Tx) => (there ? sawThere(actor, tx, id, url ?? null) : sawNothing(actor, tx, id))
      return c.json(await done(actor, c.get("language"), doing), 200)
    })
}
