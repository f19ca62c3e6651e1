import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Blobs, type Database, idParam, Invalid, json, newRouter } from "#platform"
import { keepPicture } from "../pictures.ts"
import { readPicture } from "../read-picture.ts"

const tags = ["knowledge"]
const picture = z.object({ id: z.string(), name: z.string(), type: z.string(), size: z.number().int() }).openapi("ArticlePicture")
const upload = { "multipart/form-data": { schema: z.object({ file: z.any().openapi({ type: "string", format: "binary" }) }) } }

/** Pictures of articles, for whoever works here. The public's are under /help/pictures. */
export function pictureRoutes({ db, blobs }: { db: Database; blobs: Blobs }) {
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "post",
        path: "/api/knowledge/pictures",
        tags,
        summary: "A picture for an article (PNG, JPEG, GIF, WebP)",
        request: { body: { content: upload } },
        responses: { 201: json(picture, "Kept") },
      }),
      async (c) => {
        const { file } = await c.req.parseBody()
        if (!(file instanceof File))
          throw new Invalid("conversations.upload.missing", {}, [{ path: "file", key: "conversations.upload.missing" }])
        const bytes = new Uint8Array(await file.arrayBuffer())
        return c.json(await db.transact((tx) => keepPicture(c.get("actor"), tx, blobs, { name: file.name, bytes })), 201)
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/knowledge/pictures/{id}",
        tags,
        summary: "A picture of an article",
        request: { params: idParam },
        responses: { 200: { description: "Its bytes" } },
      }),
      async (c) => {
        const { sha256, type } = await readPicture(db.read, c.req.valid("param").id)
        return c.body(new Uint8Array(await blobs.read(sha256)), 200, {
          "content-type": type,
          "cache-control": "private, max-age=31536000, immutable",
          "content-disposition": "inline",
        })
      },
    )
}
