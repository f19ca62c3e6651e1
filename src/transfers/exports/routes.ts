import { createRoute, z } from "@hono/zod-openapi"
import { casesOfView, type OpenWordsOf } from "#cases"
import { type PeopleEnv, type PersonActor, requireRole } from "#people"
import { type Database, Forbidden, idParam, newRouter, streamText } from "#platform"
import { casePage } from "./case-page.ts"
import { messagesOfCases, pagesOfContacts } from "./pieces.ts"
import { asJsonLines, casesAsCsv, contactsAsCsv, each } from "./tables-as-csv.ts"

const tags = ["exports"]
const yes = z.enum(["true", "false"]).transform((text) => text === "true")
const csvQuery = z.object({
  delimiter: z.enum([",", ";"]).default(",").openapi({ description: "`;` where spreadsheets write decimals with a comma" }),
  bom: yes.default(true).openapi({ description: "The mark by which Excel knows UTF-8" }),
})
const view = z.string().max(100).optional().openapi({ description: "A view of Vigie's, or the id of a saved one; absent: every case" })
const file = (type: string) => ({ 200: { description: "The file, as it is made", content: { [type]: { schema: z.string() } } } })

/** Taking out what the desk keeps: only what whoever asks may see, made while it is read, and written in the record. */
export function exportRoutes({ db, openWords }: { db: Database; openWords: OpenWordsOf }) {
  const noted = (actor: PersonActor, data: Record<string, string | boolean>, caseId?: string) =>
    db.transact((tx) =>
      tx.record({ kind: "export.made", actor: actor.ref, about: caseId ? { case: caseId } : {}, audience: "audit", data }),
    )
  const download = (name: string, type: string, pieces: AsyncGenerator<string>) =>
    new Response(streamText(pieces), {
      headers: {
        "content-type": `${type}; charset=utf-8`,
        "content-disposition": `attachment; filename="${name}"`,
        "x-content-type-options": "nosniff",
      },
    })
  const named = (what: string, end: string) => `${what}-${db.clock.now().toISOString().slice(0, 10)}.${end}`
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "get",
        path: "/api/exports/cases.csv",
        tags,
        summary: "A view's cases as a table",
        request: { query: csvQuery.extend({ view }) },
        responses: file("text/csv"),
      }),
      async (c) => {
        const [actor, language, query] = [c.get("actor"), c.get("language"), c.req.valid("query")]
        requireRole(actor, "lead")
        const cases = await casesOfView(actor, db.read, language, query.view)
        await noted(actor, { what: "cases", format: "csv", view: query.view ?? "" })
        return download(named("cases", "csv"), "text/csv", casesAsCsv(language, cases, query))
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/exports/cases.jsonl",
        tags,
        summary: "The same, an object a line",
        request: { query: z.object({ view }) },
        responses: file("application/jsonl"),
      }),
      async (c) => {
        const [actor, language, query] = [c.get("actor"), c.get("language"), c.req.valid("query")]
        requireRole(actor, "lead")
        const cases = await casesOfView(actor, db.read, language, query.view)
        await noted(actor, { what: "cases", format: "jsonl", view: query.view ?? "" })
        return download(named("cases", "jsonl"), "application/jsonl", asJsonLines(each(cases)))
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/exports/messages.jsonl",
        tags,
        summary: "All that was said in a view's cases",
        request: { query: z.object({ view, notes: yes.default(false) }) },
        responses: file("application/jsonl"),
      }),
      async (c) => {
        const [actor, language, query] = [c.get("actor"), c.get("language"), c.req.valid("query")]
        requireRole(actor, "lead")
        // A case may reach into inboxes that aren't the actor's, and so may its messages.
        if (actor.inboxes !== "every") throw new Forbidden("transfers.everyInbox")
        const cases = await casesOfView(actor, db.read, language, query.view)
        await noted(actor, { what: "messages", format: "jsonl", view: query.view ?? "", notes: query.notes })
        const said = messagesOfCases(db.read, language, cases, query.notes)
        return download(named("messages", "jsonl"), "application/jsonl", asJsonLines(said))
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/exports/contacts.csv",
        tags,
        summary: "Contacts as a table",
        request: { query: csvQuery },
        responses: file("text/csv"),
      }),
      async (c) => {
        const [actor, query] = [c.get("actor"), c.req.valid("query")]
        requireRole(actor, "lead")
        await noted(actor, { what: "contacts", format: "csv" })
        return download(named("contacts", "csv"), "text/csv", contactsAsCsv(c.get("language"), pagesOfContacts(actor, db.read), query))
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/exports/contacts.jsonl",
        tags,
        summary: "The same, an object a line",
        responses: file("application/jsonl"),
      }),
      async (c) => {
        const actor = c.get("actor")
        requireRole(actor, "lead")
        await noted(actor, { what: "contacts", format: "jsonl" })
        return download(named("contacts", "jsonl"), "application/jsonl", asJsonLines(each(pagesOfContacts(actor, db.read))))
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/api/exports/cases/{id}",
        tags,
        summary: "A case as one page, to read, print or keep",
        request: { params: idParam, query: z.object({ notes: yes.default(false) }) },
        responses: file("text/html"),
      }),
      async (c) => {
        const [actor, { notes }] = [c.get("actor"), c.req.valid("query")]
        const { name, page, caseId } = await casePage(actor, db.read, c.get("language"), c.req.valid("param").id, { notes, openWords })
        await noted(actor, { what: "case", format: "html", notes }, caseId)
        return new Response(page, {
          headers: {
            "content-type": "text/html; charset=utf-8",
            "content-disposition": `attachment; filename="${name}"`,
            "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
          },
        })
      },
    )
}
