import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, idParam, json, newRouter } from "#platform"
import { addNote, changeNote } from "./notes.ts"
import { presentNotes } from "./present-notes.ts"
import { room } from "./tables.ts"
import { MessageView } from "./views.ts"

const NoteBody = z.strictObject({
  text: z.string().max(1_000_000),
  mentions: z.array(z.uuid()).max(50).optional(),
  teams: z.array(z.uuid()).max(10).optional(),
  attachmentIds: z.array(z.uuid()).max(20).optional(),
  withHelp: z.boolean().optional().openapi({ description: "A machine helped to write it" }),
})

/** Notes for colleagues. */
export function noteRoutes({ db }: { db: Database }) {
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "post",
        path: "/api/conversations/{id}/notes",
        summary: "A note for colleagues; it can't leave",
        request: { params: idParam, body: json(NoteBody, "The note") },
        responses: { 201: json(MessageView, "Written") },
      }),
      async (c) => {
        const id = await db.transact((tx) => addNote(c.get("actor"), tx, c.req.valid("param").id, c.req.valid("json")))
        return c.json(await shownNote(db, id), 201)
      },
    )
    .openapi(
      createRoute({
        method: "patch",
        path: "/api/notes/{id}",
        summary: "Changes one's own note",
        request: { params: idParam, body: json(NoteBody.pick({ text: true }), "Its new text") },
        responses: { 200: json(MessageView, "Changed") },
      }),
      async (c) => {
        const { id } = c.req.valid("param")
        await db.transact((tx) => changeNote(c.get("actor"), tx, id, c.req.valid("json").text))
        return c.json(await shownNote(db, id), 200)
      },
    )
}

async function shownNote(db: Database, id: string) {
  const note = await room(db.read).selectFrom("notes").selectAll().where("id", "=", id).executeTakeFirstOrThrow()
  const [view] = await presentNotes(db.read, [note])
  return view!
}
