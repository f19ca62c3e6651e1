import { createRoute, z } from "@hono/zod-openapi"
import { Readable } from "node:stream"
import type { PeopleEnv } from "#people"
import { type Blobs, type Database, idParam, isId, json, newRouter, NotFound } from "#platform"
import { accessFile, type KeptFile } from "../access-file.ts"
import { room } from "../tables.ts"
import { firstLines } from "./first-lines.ts"
import { officeThread } from "./office/office-thread.ts"
import { pagesRoutes } from "./pages-routes.ts"
import { pictureType } from "./picture-type.ts"

/** A preview is made of so much of a file. */
const READ = 65_536
/** A larger picture is for whoever downloads it. */
const LARGEST_PICTURE = 20_000_000
/** Documents of Word, Excel, PowerPoint and OpenDocument are zips, and are read whole. */
const LARGEST_DOCUMENT = 20_000_000
const ZIP = "PK\x03\x04"

const attachmentParam = idParam.extend({ attachmentId: z.string().openapi({ param: { name: "attachmentId", in: "path" } }) })
const picture = {
  200: {
    description: "Drawn by a browser; nothing in it can run",
    content: { "image/*": { schema: z.string().openapi({ format: "binary" }) } },
  },
}
const lines = z.object({ kind: z.enum(["text", "table"]), rows: z.array(z.array(z.string())), more: z.boolean() }).openapi("FirstLines")

/** Previews of files, made here from their bytes. What isn't a plain picture, a text, an office document or a PDF has none. */
export function previewRoutes({ db, blobs }: { db: Database; blobs: Blobs }) {
  const documents = officeThread()
  return newRouter<PeopleEnv>()
    .route("/", pagesRoutes({ db, blobs }))
    .openapi(
      createRoute({
        method: "get",
        path: "/api/messages/{id}/attachments/{attachmentId}/picture",
        summary: "A file as a picture, when it is one",
        request: { params: attachmentParam },
        responses: picture,
      }),
      async (c) => {
        const { id, attachmentId } = c.req.valid("param")
        return drawn(blobs, await accessFile(c.get("actor"), db.read, id, attachmentId))
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/messages/{id}/attachments/{attachmentId}/lines",
        summary: "The first lines of a file, when it is text or a table",
        request: { params: attachmentParam },
        responses: { 200: json(lines, "As text; nothing in it is markup") },
      }),
      async (c) => {
        const { id, attachmentId } = c.req.valid("param")
        const file = await accessFile(c.get("actor"), db.read, id, attachmentId)
        const first = await beginning(blobs, file.sha256)
        const packed = first.toString("latin1", 0, 4) === ZIP && file.size <= LARGEST_DOCUMENT
        const found = packed
          ? await documents.ask({ bytes: await beginning(blobs, file.sha256, file.size), language: c.get("language") })
          : firstLines(first, file.name, file.size <= READ)
        if (!found) throw new NotFound("conversations.attachment.noPreview")
        return c.json(found, 200)
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/uploads/{id}/picture",
        summary: "One's own file for a message to come as a picture, when it is one",
        request: { params: idParam },
        responses: picture,
      }),
      async (c) => {
        const { id } = c.req.valid("param")
        const rows = room(db.read).selectFrom("uploads").select(["name", "size", "sha256"])
        const file = isId(id) ? await rows.where("id", "=", id).where("owner", "=", c.get("actor").ref).executeTakeFirst() : undefined
        if (!file) throw new NotFound("conversations.upload.unknown")
        return drawn(blobs, file)
      },
    )
}

async function drawn(blobs: Blobs, file: KeptFile): Promise<Response> {
  const found = file.size <= LARGEST_PICTURE ? pictureType(await beginning(blobs, file.sha256)) : null
  if (!found) throw new NotFound("conversations.attachment.noPreview")
  return new Response(Readable.toWeb(blobs.stream(file.sha256)) as ReadableStream, {
    headers: {
      "content-type": found.type,
      "content-length": String(file.size),
      "content-disposition": "inline",
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=3600",
    },
  })
}

async function beginning(blobs: Blobs, sha256: string, most = READ): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of blobs.stream(sha256)) {
    parts.push(part as Buffer)
    length += (part as Buffer).length
    if (length >= most) break
  }
  return Buffer.concat(parts).subarray(0, most)
}
