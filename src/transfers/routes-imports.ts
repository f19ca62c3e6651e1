import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import {
  Conflict,
  csvLine,
  type Database,
  idParam,
  Invalid,
  json,
  newRouter,
  pageOf,
  pageQuery,
  readCursor,
  streamText,
  writeCursor,
} from "#platform"
import { say } from "#words"
import { addFile, askTransfer, continueTransfer, listTransfers, removeTransfer, skipsOf, startTransfer, stopTransfer } from "./ask.ts"
import { previewContacts } from "./contacts/preview-contacts.ts"
import { keepFile } from "./keep-file.ts"
import { unpackMaildir } from "./mail/unpack-maildir.ts"
import { ArchiveSettings, ContactsSettings, MentionsSettings } from "./settings.ts"
import { accessTransfer } from "./transfer.ts"
import { KINDS, PreviewView, SkipView, transferView, TransferView } from "./views.ts"

export interface ImportDeps {
  db: Database
  /** Where files wait until they are read. */
  folder: string
  /** A run waits. */
  wake(): void
}

const tags = ["imports"]

/** Bringing in what another system, or an archive, keeps: asked for, given its files, started, watched, stopped and gone on with. */
export function importRoutes({ db, folder, wake }: ImportDeps) {
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "get",
        path: "/api/imports",
        tags,
        summary: "Imports, the last first: leads see those of mentions, administrators all",
        request: { query: pageQuery },
        responses: { 200: json(pageOf(TransferView), "A page") },
      }),
      async (c) => {
        const { limit, cursor } = c.req.valid("query")
        const before = readCursor(cursor, ["id"])?.[0] ?? null
        const rows = await listTransfers(c.get("actor"), db.read, { limit: limit + 1, before })
        const next = rows.length > limit ? writeCursor([rows[limit - 1]!.id]) : null
        return c.json({ items: rows.slice(0, limit).map((row) => transferView(c.get("language"), row)), next }, 200)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/imports",
        tags,
        summary: "Prepare an import (admin; of mentions, lead)",
        request: {
          body: json(z.strictObject({ kind: z.enum(KINDS), name: z.string().max(200).default("") }), "What"),
        },
        responses: { 201: json(TransferView, "Prepared: its files come next") },
      }),
      async (c) => {
        const asked = c.req.valid("json")
        const made = await db.transact((tx) => askTransfer(c.get("actor"), tx, asked))
        return c.json(transferView(c.get("language"), made), 201)
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/imports/{id}",
        tags,
        summary: "How an import goes",
        request: { params: idParam },
        responses: { 200: json(TransferView, "The import") },
      }),
      async (c) => c.json(transferView(c.get("language"), await accessTransfer(c.get("actor"), db.read, c.req.valid("param").id)), 200),
    )
    .openapi(
      createRoute({
        method: "put",
        path: "/api/imports/{id}/file",
        tags,
        summary: "A file to be brought in, as it is; several for one archive of mbox files, a Maildir as one tar",
        request: { params: idParam, query: z.object({ name: z.string().min(1).max(200) }) },
        responses: { 200: json(TransferView, "Kept") },
      }),
      async (c) => {
        const { id } = c.req.valid("param")
        const transfer = await accessTransfer(c.get("actor"), db.read, id)
        // Before anything of it is written: a run may be reading what the file would take the place of.
        if (transfer.state !== "draft") throw new Conflict("transfers.begun")
        const came = await keepFile(folder, transfer.id, c.req.valid("query").name, c.req.raw.body)
        const file = transfer.kind === "maildir" ? await unpackMaildir(came) : came
        const kept = await db.transact((tx) => addFile(c.get("actor"), tx, id, file))
        return c.json(transferView(c.get("language"), kept), 200)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/imports/{id}/preview",
        tags,
        summary: "What the first rows of a table of contacts would become",
        request: { params: idParam, body: json(ContactsSettings, "How it is read; what is left out is guessed") },
        responses: { 200: json(PreviewView, "How it would be read") },
      }),
      async (c) => {
        const transfer = await accessTransfer(c.get("actor"), db.read, c.req.valid("param").id)
        const file = transfer.files[0]
        if (transfer.kind !== "contacts" || !file) throw new Invalid("transfers.noFile")
        const preview = await previewContacts(c.get("actor"), db.read, file.path, c.req.valid("json"))
        const rows = preview.rows.map((row) => ({
          ...row,
          problems: row.problems.map((problem) => ({ ...problem, text: say(c.get("language"), `transfers.skip.${problem.reason}`) })),
        }))
        return c.json({ ...preview, rows }, 200)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/imports/{id}/start",
        tags,
        summary: "Start an import",
        request: {
          params: idParam,
          body: json(z.strictObject({ settings: z.union([ArchiveSettings, ContactsSettings, MentionsSettings]) }), "How"),
        },
        responses: { 200: json(TransferView, "It waits for its turn") },
      }),
      async (c) => {
        const { settings } = c.req.valid("json")
        const begun = await db.transact((tx) => startTransfer(c.get("actor"), tx, c.req.valid("param").id, settings))
        wake()
        return c.json(transferView(c.get("language"), begun), 200)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/imports/{id}/stop",
        tags,
        summary: "Stop an import; what came in stays",
        request: { params: idParam },
        responses: { 200: json(TransferView, "It stops after what it is at") },
      }),
      async (c) =>
        c.json(transferView(c.get("language"), await db.transact((tx) => stopTransfer(c.get("actor"), tx, c.req.valid("param").id))), 200),
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/imports/{id}/continue",
        tags,
        summary: "Go on where it was",
        request: { params: idParam },
        responses: { 200: json(TransferView, "It waits for its turn") },
      }),
      async (c) => {
        const moved = await db.transact((tx) => continueTransfer(c.get("actor"), tx, c.req.valid("param").id))
        wake()
        return c.json(transferView(c.get("language"), moved), 200)
      },
    )
    .openapi(
      createRoute({
        method: "delete",
        path: "/api/imports/{id}",
        tags,
        summary: "Forget an import and its files; what came in stays",
        request: { params: idParam },
        responses: { 204: { description: "Forgotten" } },
      }),
      async (c) => {
        await db.transact((tx) => removeTransfer(c.get("actor"), tx, folder, c.req.valid("param").id))
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/imports/{id}/skipped",
        tags,
        summary: "What was left out, and why",
        request: { params: idParam, query: pageQuery },
        responses: { 200: json(pageOf(SkipView), "A page") },
      }),
      async (c) => {
        const { limit, cursor } = c.req.valid("query")
        const after = readCursor(cursor, ["count"])?.[0] ?? -1
        const rows = await skipsOf(c.get("actor"), db.read, c.req.valid("param").id, { limit: limit + 1, after })
        const items = rows.slice(0, limit).map((row) => ({ ...row, text: say(c.get("language"), `transfers.skip.${row.reason}`) }))
        return c.json({ items, next: rows.length > limit ? writeCursor([items.at(-1)!.place]) : null }, 200)
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/imports/{id}/skipped.csv",
        tags,
        summary: "The same as a table",
        request: { params: idParam },
        responses: { 200: { description: "CSV", content: { "text/csv": { schema: z.string() } } } },
      }),
      async (c) => {
        const actor = c.get("actor")
        const { id } = c.req.valid("param")
        await accessTransfer(actor, db.read, id)
        const language = c.get("language")
        const heads = ["place", "item", "reason", "detail"].map((name) => say(language, `transfers.column.${name}`))
        async function* lines() {
          yield `\ufeff${csvLine(heads)}`
          for (let after = -1; ;) {
            const rows = await skipsOf(actor, db.read, id, { limit: 1000, after })
            for (const row of rows) yield csvLine([row.place, row.item, say(language, `transfers.skip.${row.reason}`), row.detail])
            if (rows.length < 1000) return
            after = rows.at(-1)!.place
          }
        }
        return new Response(streamText(lines()), {
          headers: {
            "content-type": "text/csv; charset=utf-8",
            "content-disposition": `attachment; filename="skipped-${id.slice(0, 8)}.csv"`,
          },
        })
      },
    )
}
