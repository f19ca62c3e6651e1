import assert from "node:assert/strict"
import { before, test } from "node:test"
import type { Json } from "../../../../test/support/house.ts"
import { AlertShop, type Colleague, readable } from "../../../../test/support/alert-shop.ts"

let shop: AlertShop
let ada: Colleague
let nina: Colleague
let presse: string
before(async () => {
  shop = await AlertShop.open()
  ada = await shop.colleague("Ada", "admin")
  nina = await shop.colleague("Nina", "agent")
  presse = await shop.shop.inside.inbox("presse@fleurs-rousseau.example", { language: "fr" })
  const { items } = await ada.ask("GET", "/api/inboxes")
  const ours = items.find(({ id }: Json) => id !== presse).id
  await ada.ask("PATCH", `/api/agents/${nina.id}`, { inboxIds: [ours] })
})

const writes = (who: string, text: string, to = shop.shop.address): Promise<Json> =>
  shop.shop.receive({ from: `${who} <${who}@post.example>`, to, subject: "Ma commande", text })

test("open cases that belong to a surge: by a tie, the query, its words, its product; those that one may see; nothing from after the call", async () => {
  const watch = await shop.watch(nina, "orchidée", { steps: [{ after: 0, keepers: false, agents: [ada.id, nina.id], teams: [] }] })
  await writes("avant", "Mon orchidée est belle")
  await shop.pass(10)
  const said = ["anne", "bruno", "chloe"].map((who) => ({
    text: "Phalaenopsis Royal reçue morte, quelle orchidée !",
    author: { handle: who },
  }))
  const { items: mentions } = await nina.ask("POST", "/api/mentions", { source: "forum", mentions: said })
  const query = await writes("query", "L’ORCHIDEE n’est pas venue")
  const words = await writes("words", "Une grève à votre entrepôt ? Où est mon colis ?")
  await writes("one", "Une grève m’empêche de passer")
  const tied = await writes("tied", "Où est ma facture ?")
  const product = await writes("product", "Elle est arrivée abîmée")
  await ada.ask("PATCH", `/api/cases/${product.caseId}`, { tags: ["phalaenopsis royal"] })
  await ada.ask("POST", `/api/mentions/${mentions[0].id}/ties`, { caseId: tied.caseId })
  await writes("presse", "Votre orchidée, un scandale ?", "presse@fleurs-rousseau.example")
  const done = await writes("done", "orchidée")
  await ada.ask("POST", `/api/cases/${done.caseId}/resolve`)
  await shop.pass(1)
  const alarm = await shop.call(watch)
  await shop.pass(2)
  await writes("apres", "Encore une orchidée perdue")

  const of = async (who: Colleague) => {
    const { until, since } = await who.ask("GET", `/api/alarms/${alarm}/cases`)
    const shown = (cases: Json) => cases.items.map(({ id, reasons }: Json) => [id, reasons.join(" ")])
    return {
      until: Object.fromEntries(shown(until)),
      total: until.total,
      first: shown(until)[0][0],
      counts: until.counts,
      since: shown(since).length,
    }
  }
  const hers = await of(nina)
  assert.deepEqual(hers.until, { [query.caseId]: "query", [words.caseId]: "words", [tied.caseId]: "tie", [product.caseId]: "product" })
  assert.deepEqual([hers.first, hers.total, hers.since], [tied.caseId, 4, 1])
  assert.deepEqual(hers.counts, { tie: 1, query: 1, words: 1, product: 1 })
  const all = await of(ada)
  assert.deepEqual([all.total, all.counts.query], [5, 2], "an administrator sees the press's too")
  await shop.mails(nina, 1)
  const mailOf = (who: Colleague) => readable(shop.shop.relay.mails.find(({ to }) => to.includes(who.address))!)
  assert.match(mailOf(nina), /4 open cases that you may see/)
  assert.match(mailOf(ada), /5 open cases that you may see/)
})

test("of a surge in an inbox those are told who see it, and nobody else may see it or say who is told", async () => {
  const plan = {
    steps: [{ after: 0, keepers: false, agents: [ada.id, nina.id], teams: [] }],
    stopsWhen: "taken",
    wakeFrom: null,
    throughQuiet: false,
  }
  await ada.ask("PUT", `/api/alert-plans/inbox/${presse}`, plan)
  await assert.rejects(nina.ask("PUT", `/api/alert-plans/inbox/${presse}`, plan), /404/)
  await assert.rejects(nina.ask("GET", `/api/alert-plans/inbox/${presse}`), /404/)
  const alarm = await shop.call({ inbox: presse })
  assert.deepEqual(await shop.trail(ada, alarm), ["step 0", "  Ada browser told", "  Ada mail told"])
  for (const path of ["", "/trail", "/cases"]) await assert.rejects(nina.ask("GET", `/api/alarms/${alarm}${path}`), /404/)
  for (const path of ["/taking", "/seen"]) await assert.rejects(nina.ask("POST", `/api/alarms/${alarm}${path}`), /404/)
  await ada.ask("POST", `/api/alarms/${alarm}/taking`)
})
