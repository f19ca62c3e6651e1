import assert from "node:assert/strict"
import { randomUUID } from "node:crypto"
import { test } from "node:test"
import { testDatabase } from "../../../test/support/database.ts"
import { fileCase, fileConversation } from "../../../test/support/filed.ts"
import type { PeopleEnv, PersonActor } from "#people"
import { newRouter } from "#platform"
import { caseListRoutes } from "../views-list/routes.ts"
import { searchRoutes } from "./routes.ts"
import { searchSubscribers } from "./subscribers.ts"

const INBOX = randomUUID()
const camille: PersonActor = {
  kind: "agent",
  id: randomUUID(),
  ref: "agent:camille",
  role: "agent",
  name: "Camille Rousseau",
  language: "fr",
  timeZone: "Europe/Paris",
  inboxes: [INBOX],
  teams: [],
}

test("what the rooms below tell of is found over HTTP, in the reader's language, until it is taken back or merged away", async () => {
  const { db } = await testDatabase()
  const [message, conversation, contact, other] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const said = { id: message, conversationId: conversation, at: db.clock.now(), subject: "Vase fêlé", text: "Le vase est arrivé fêlé" }
  const gone = new Set<string>()
  const subscribers = searchSubscribers({
    messages: async () => [{ ...said, from: ["Ines Okafor"], to: [], attachmentNames: [] }],
    note: async () => null,
    contacts: async (_reader, ids) =>
      ids.filter((id) => !gone.has(id)).map((id) => ({ id, name: `Ines Okafor ${id}`, organisation: "", identities: [] })),
  })
  for (const [kind, subscriber] of subscribers) db.subscribe(kind, subscriber)
  const fact = { actor: "system:test", audience: "all" } as const
  const caseId = await db.transact(async (tx) => {
    const filed = await fileCase(tx, { inboxes: [INBOX], contact, subject: "Vase fêlé" })
    await fileConversation(tx, conversation, filed)
    await tx.record({ ...fact, kind: "message.received", about: { message, conversation } })
    for (const id of [contact, other]) await tx.record({ ...fact, kind: "contact.created", about: { contact: id } })
    return filed
  })

  const app = newRouter<PeopleEnv>()
  app.use(async (c, next) => {
    c.set("actor", camille)
    c.set("language", "fr")
    await next()
  })
  app.onError((error, c) => c.json({ key: error.message }, 422))
  app.route("/", searchRoutes({ db, textsOf: async () => new Map([[message, said.text]]), findAgents: async () => [] }))
  app.route("/", caseListRoutes({ db }))
  const get = async (path: string) => (await app.request(path)).json()
  const ids = async (q: string) => (await get(`/api/search?q=${encodeURIComponent(q)}`)).items.map(({ id }: { id: string }) => id)

  const found = await get("/api/search?q=fele%20couleur:bleu")
  assert.deepEqual(found.items, [])
  assert.match(found.notes[0].text, /couleur:\s»\sn’est pas une condition connue/)
  assert.deepEqual(await ids("fele"), [message])
  assert.deepEqual(await ids("ines"), [contact, message], "a contact whose cases stand in other inboxes isn't told of")
  const views = await get("/api/views")
  assert.deepEqual(views.items[1], { id: "unassigned", name: "Sans responsable", count: 1 })
  assert.deepEqual(
    (await get("/api/cases?view=unassigned")).items.map(({ id }: { id: string }) => id),
    [caseId],
  )
  assert.equal((await get("/api/cases?view=purple")).key, "request.invalid")

  gone.add(contact)
  await db.transact(async (tx) => {
    await tx.record({ ...fact, kind: "message.cancelled", about: { message, conversation } })
    await tx.record({ ...fact, kind: "contact.merged", about: { contact: other }, data: { mergedId: contact } })
  })
  assert.deepEqual(await ids("fele"), [])
  assert.deepEqual(await ids("ines"), [])
})
