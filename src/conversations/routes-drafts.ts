import { createRoute, z } from "@hono/zod-openapi"
import { type PeopleEnv, requireRole } from "#people"
import { type Blobs, type Database, idParam, Invalid, json, newRouter } from "#platform"
import { readDraft, removeDraft } from "./drafts.ts"
import { writeDraft } from "./write-draft.ts"
import { showDraft } from "./show-draft.ts"
import { keepUpload } from "./uploads.ts"
import { DraftView, UploadView } from "./views.ts"

const person = z.strictObject({ name: z.string().max(200).default(""), address: z.string().max(320) })
const place = idParam.extend({ kind: z.enum(["reply", "note"]).openapi({ param: { name: "kind", in: "path" } }) })

/** What was typed, and over which version. */
export const DraftBody = z.strictObject({
  text: z.string().max(1_000_000),
  to: z.array(person).max(50).optional(),
  cc: z.array(person).max(50).optional(),
  quote: z.boolean().optional(),
  attachmentIds: z.array(z.uuid()).max(20).optional(),
  answering: z.uuid().optional(),
  withHelp: z.boolean().optional(),
  version: z.number().int().min(0).openapi({ description: "The version this began from; 0 for none" }),
})

/** What agents have typed and not sent, and the files they added. */
export function draftRoutes({ db, blobs }: { db: Database; blobs: Blobs }) {
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "get",
        path: "/api/conversations/{id}/drafts/{kind}",
        summary: "One's own draft",
        request: { params: place },
        responses: { 200: json(DraftView.nullable(), "Or null when there is none") },
      }),
      async (c) => {
        const { id, kind } = c.req.valid("param")
        const draft = await readDraft(c.get("actor"), db.read, id, kind)
        return c.json(draft && (await showDraft(c.get("actor"), db.read, draft)), 200)
      },
    )
    .openapi(
      createRoute({
        method: "put",
        path: "/api/conversations/{id}/drafts/{kind}",
        summary: "Keeps what was typed",
        request: { params: place, body: json(DraftBody, "All of it") },
        responses: { 200: json(DraftView, "Kept") },
      }),
      async (c) => {
        const { id, kind } = c.req.valid("param")
        const { version, ...body } = c.req.valid("json")
        const draft = await db.transact((tx) => writeDraft(c.get("actor"), tx, id, kind, body, version))
        return c.json(await showDraft(c.get("actor"), db.read, draft), 200)
      },
    )
    .openapi(
      createRoute({
        method: "delete",
        path: "/api/conversations/{id}/drafts/{kind}",
        summary: "Throws the draft away",
        request: { params: place },
        responses: { 204: { description: "Gone" } },
      }),
      async (c) => {
        const { id, kind } = c.req.valid("param")
        await readDraft(c.get("actor"), db.read, id, kind)
        await db.transact((tx) => removeDraft(c.get("actor"), tx, id, kind))
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/uploads",
        summary: "A file for a message to come",
        request: {
          body: {
            content: { "multipart/form-data": { schema: z.object({ file: z.any().openapi({ type: "string", format: "binary" }) }) } },
          },
        },
        responses: { 201: json(UploadView, "Kept") },
      }),
      async (c) => {
        requireRole(c.get("actor"), "agent") // before its bytes are taken
        const { file } = await c.req.parseBody()
        if (!(file instanceof File))
          throw new Invalid("conversations.upload.missing", {}, [{ path: "file", key: "conversations.upload.missing" }])
        const bytes = new Uint8Array(await file.arrayBuffer())
        const upload = await db.transact((tx) => keepUpload(c.get("actor"), tx, blobs, { name: file.name, type: file.type, bytes }))
        return c.json(upload, 201)
      },
    )
}
