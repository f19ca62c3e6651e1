import { createRoute, z } from "@hono/zod-openapi"
import { Readable } from "node:stream"
import type { PeopleEnv } from "#people"
import { type Blobs, type Database, idParam, json, newRouter, NotFound, pageOf, pageQuery, type SafeFetch } from "#platform"
import { accessFile } from "./access-file.ts"
import { accessConversation, accessMessage } from "./access.ts"
import { fileHeaders } from "./file-headers.ts"
import { htmlDocument } from "./html-document.ts"
import { withForeignPictures } from "./foreign-pictures.ts"
import { withOwnPictures } from "./html-pictures.ts"
import { conversationPage, pageOfMessageId } from "./message-pages.ts"
import { presentMessages } from "./present-messages.ts"
import { MessageView } from "./views.ts"

const bytes = (description: string) => ({
  description,
  content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
})

interface Need {
  db: Database
  blobs: Blobs
  /** The way out, for pictures that an agent asks to see. */
  outbound: Pick<SafeFetch, "get">
}

/** Messages, their originals and their files. */
export function messageRoutes({ db, blobs, outbound }: Need) {
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "get",
        path: "/api/conversations/{id}/messages",
        summary: "Messages and notes of a conversation, by time",
        // A conversation is mostly read whole: unless asked otherwise, pages are as long as they may be.
        request: { params: idParam, query: pageQuery.extend({ limit: pageQuery.shape.limit.default(200) }) },
        responses: { 200: json(pageOf(MessageView), "The oldest first") },
      }),
      async (c) => {
        const conversation = await accessConversation(c.get("actor"), db.read, c.req.valid("param").id)
        return c.json(await conversationPage(db.read, c.get("language"), conversation.id, c.req.valid("query")), 200)
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/messages",
        summary: "Messages with this Message-ID",
        request: { query: pageQuery.extend({ messageId: z.string().min(1).max(998).openapi({ description: "With its angle brackets" }) }) },
        responses: { 200: json(pageOf(MessageView), "Those the actor may see, the oldest first") },
      }),
      async (c) => {
        const { messageId, ...asked } = c.req.valid("query")
        return c.json(await pageOfMessageId(c.get("actor"), db.read, c.get("language"), messageId, asked), 200)
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/messages/{id}",
        summary: "One message",
        request: { params: idParam },
        responses: { 200: json(MessageView, "The message") },
      }),
      async (c) => {
        const message = await accessMessage(c.get("actor"), db.read, c.req.valid("param").id)
        const [view] = await presentMessages(db.read, c.get("language"), [message])
        return c.json(view!, 200)
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/messages/{id}/original",
        summary: "The exact bytes received, or sent",
        request: { params: idParam },
        responses: {
          200: { description: "As they were", content: { "message/rfc822": { schema: z.string().openapi({ format: "binary" }) } } },
        },
      }),
      async (c) => {
        const message = await accessMessage(c.get("actor"), db.read, c.req.valid("param").id)
        if (!message.original) throw new NotFound("conversations.message.noOriginal")
        return new Response(Readable.toWeb(blobs.stream(message.original)) as ReadableStream, {
          headers: fileHeaders("message/rfc822", `${message.id}.eml`, message.size),
        })
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/messages/{id}/html",
        summary: "The message's HTML, for a sandboxed frame",
        request: {
          params: idParam,
          query: z.object({
            pictures: z.enum(["shown"]).optional().openapi({ description: "Also those from elsewhere, fetched by Vigie" }),
          }),
        },
        responses: { 200: { description: "A document that can load nothing", content: { "text/html": { schema: z.string() } } } },
      }),
      async (c) => {
        const message = await accessMessage(c.get("actor"), db.read, c.req.valid("param").id)
        const inFrame = c.req.header("sec-fetch-dest") === "iframe"
        if (message.html === null) return htmlDocument(message, inFrame)
        const own = await withOwnPictures(db.read, blobs, message.id, message.html)
        return htmlDocument({ ...message, html: c.req.valid("query").pictures ? await withForeignPictures(outbound, own) : own }, inFrame)
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/messages/{id}/attachments/{attachmentId}",
        summary: "A file of a message or a note",
        request: { params: idParam.extend({ attachmentId: z.string().openapi({ param: { name: "attachmentId", in: "path" } }) }) },
        responses: { 200: bytes("The file; always a download") },
      }),
      async (c) => {
        const { id, attachmentId } = c.req.valid("param")
        const file = await accessFile(c.get("actor"), db.read, id, attachmentId)
        return new Response(Readable.toWeb(blobs.stream(file.sha256)) as ReadableStream, {
          headers: fileHeaders("application/octet-stream", file.name, file.size),
        })
      },
    )
}
