import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Blobs, type Database, idParam, json, newRouter, NotFound } from "#platform"
import { accessFile, type KeptFile } from "../access-file.ts"
import { MOST_PAGES } from "./pdf/most-pages.ts"
import { pdfThread } from "./pdf/pdf-thread.ts"

/** A larger one is for whoever downloads it. */
const LARGEST = 20_000_000

const attachmentParam = idParam.extend({ attachmentId: z.string().openapi({ param: { name: "attachmentId", in: "path" } }) })
const pageParam = attachmentParam.extend({
  page: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_PAGES)
    .openapi({ param: { name: "page", in: "path" } }),
})
const counted = z.object({ pages: z.number().int(), shown: z.number().int() }).openapi("Pages")

/** The first pages of a PDF as pictures, drawn here in a thread that is ended where one wants to cost much. */
export function pagesRoutes({ db, blobs }: { db: Database; blobs: Blobs }) {
  const thread = pdfThread()
  const drawn = async (file: Pick<KeptFile, "size" | "sha256">, page: number) => {
    const chunks: Buffer[] = []
    if (file.size <= LARGEST) for await (const chunk of blobs.stream(file.sha256)) chunks.push(chunk as Buffer)
    const found = chunks.length > 0 ? await thread.ask({ bytes: Buffer.concat(chunks), page }) : null
    if (!found) throw new NotFound("conversations.attachment.noPreview")
    return found
  }
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "get",
        path: "/api/messages/{id}/attachments/{attachmentId}/pages",
        summary: "How many pages a PDF has, and how many of them are shown",
        request: { params: attachmentParam },
        responses: { 200: json(counted, "Its pages") },
      }),
      async (c) => {
        const { id, attachmentId } = c.req.valid("param")
        const { pages } = await drawn(await accessFile(c.get("actor"), db.read, id, attachmentId), 0)
        return c.json({ pages, shown: Math.min(pages, MOST_PAGES) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/messages/{id}/attachments/{attachmentId}/pages/{page}",
        summary: "A page of a PDF as a picture",
        request: { params: pageParam },
        responses: {
          200: { description: "PNG", content: { "image/png": { schema: z.string().openapi({ format: "binary" }) } } },
        },
      }),
      async (c) => {
        const { id, attachmentId, page } = c.req.valid("param")
        const { picture } = await drawn(await accessFile(c.get("actor"), db.read, id, attachmentId), page)
        return new Response(Uint8Array.from(picture ?? []), {
          headers: {
            "content-type": "image/png",
            "content-disposition": "inline",
            "content-security-policy": "sandbox; default-src 'none'",
            "x-content-type-options": "nosniff",
            "cache-control": "private, max-age=3600",
          },
        })
      },
    )
}
