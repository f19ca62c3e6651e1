import assert from "node:assert/strict"
import { before, test } from "node:test"
import { AlertShop, type Colleague } from "../../test/support/alert-shop.ts"
import type { Json } from "../../test/support/house.ts"
import { PushedBrowser, PushService, whoWrites } from "../../test/support/push-service.ts"

let shop: AlertShop
let nina: Colleague
let ada: Colleague
let service: PushService
let phone: PushedBrowser

before(async () => {
  shop = await AlertShop.open({}, { VIGIE_ALLOW_PRIVATE: "localhost" })
  nina = await shop.colleague("Nina", "agent", { language: "fr" })
  ada = await shop.colleague("Ada", "admin")
  service = await PushService.open()
  phone = await PushedBrowser.open(`${service.url}/phone-of-nina`)
})

const asked = ({ endpoint, keys }: PushedBrowser) => ({ endpoint, keys })

/** What has come to the telephone since it was last asked, decrypted. */
async function came(browser = phone): Promise<Json[]> {
  await shop.pass(0)
  const got = service.came.splice(0).filter(({ path }) => browser.endpoint.endsWith(path))
  return Promise.all(got.map(({ body }) => browser.read(body)))
}

async function camilleWrites(text: string, subject = "Le bouquet"): Promise<{ caseId: string; note: (text: string) => Promise<void> }> {
  const from = "Camille Rousseau <camille@post.example>"
  const { caseId, conversationId } = await shop.shop.receive({ from, to: shop.shop.address, subject, text })
  return { caseId, note: async (words) => void (await ada.ask("POST", `/api/conversations/${conversationId}/notes`, { text: words })) }
}

test("a browser is told in its agent's language, by a push service that can't read it and knows who writes", async () => {
  const { publicKey, items } = await nina.ask("GET", "/api/push")
  assert.deepEqual(items, [])
  const { id } = await nina.ask("POST", "/api/push", asked(phone))
  await nina.ask("POST", `/api/push/${id}/test`)
  await shop.pass(0)
  const [{ headers, body } = assert.fail("nothing came")] = service.came
  const claims = await whoWrites(headers.authorization!, publicKey)
  assert.equal(claims.aud, service.url)
  assert.equal(claims.exp - shop.now / 1000, 12 * 3600)
  assert.match(claims.sub, /^(https|mailto):/)
  assert.deepEqual([headers["content-encoding"], headers["ttl"], headers["urgency"]], ["aes128gcm", "300", "high"])
  assert.doesNotMatch(body.toString("latin1"), /Vigie|atteint/)
  assert.deepEqual(await came(), [
    {
      title: "Vigie vous atteint ici",
      body: "Voilà comment vous êtes prévenu quand aucun bureau n’est ouvert.",
      tag: "test",
      data: "/settings/account",
      lang: "fr",
    },
  ])
  const [kept] = (await nina.ask("GET", "/api/push")).items
  assert.deepEqual([kept.id, kept.failedWhy, kept.toldAt !== null], [id, null, true])
})

test("what is written in a case comes to who owns it, unless they are read, unwanted, or it is quiet", async () => {
  const { caseId, note } = await camilleWrites("Rien n’est arrivé.")
  await nina.ask("PATCH", `/api/cases/${caseId}`, { ownerId: nina.id })
  assert.deepEqual(await came(), [], "what one does oneself is no news")
  await note("Toujours rien ce matin.")
  const [told, ...more] = await came()
  assert.equal(more.length, 0)
  assert.equal(told.title, "Ada a écrit une note")
  assert.match(told.body, /^Le bouquet\nToujours rien ce matin\./)
  assert.match(told.data, /^\/cases\/\d+#message-/)

  service.status = 503
  await note("Et maintenant ?")
  assert.equal((await came()).length, 1)
  service.status = 201
  await shop.pass(1)
  assert.match((await came())[0].body, /Et maintenant/, "tried again")
  assert.equal((await nina.ask("GET", "/api/push")).items[0].failedWhy, null)

  service.status = 503
  await note("Encore une fois.")
  assert.equal((await came()).length, 1)
  await nina.ask("POST", "/api/notifications/read", { caseId })
  service.status = 201
  await shop.pass(1)
  assert.deepEqual(await came(), [], "read meanwhile")

  await nina.ask("PATCH", "/api/me/preferences", { notify: { replies: false } })
  await note("Il y a quelqu’un ?")
  assert.deepEqual(await came(), [], "switched off")
  await nina.ask("PATCH", "/api/me/preferences", {
    notify: { replies: true },
    quiet: [{ days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "23:59" }],
  })
  await note("Je vais écrire au journal.")
  assert.deepEqual(await came(), [], "hours of silence")
  await nina.ask("PATCH", "/api/me/preferences", { quiet: [] })
})

test("an alarm wakes who is told of it, and a case that comes to a team its people who want to know", async () => {
  const watch = await shop.watch(nina, "camélia", {
    steps: [{ after: 0, keepers: false, agents: [nina.id], teams: [] }],
  })
  const alarm = await shop.call(watch)
  const [told] = await came()
  assert.match(told.title, /^camélia\s: on en parle bien plus que d’habitude$/)
  assert.equal(told.data, `/listening/alarms/${alarm}`)

  const { id: team } = await ada.ask("POST", "/api/teams", { name: "Livraisons", agentIds: [nina.id] })
  const { caseId } = await camilleWrites("Où est le livreur ?", "Livraison")
  await ada.ask("PATCH", `/api/cases/${caseId}`, { teamId: team })
  assert.deepEqual(await came(), [], "not asked for")
  await nina.ask("PATCH", "/api/me/preferences", { notify: { teams: true } })
  const { caseId: another } = await camilleWrites("Et ma facture ?", "Facture")
  await ada.ask("PATCH", `/api/cases/${another}`, { teamId: team })
  assert.equal((await came())[0].title, "Du nouveau dans Livraisons")
})

test("a browser that has left is forgotten, one where nobody is signed in any more is told nothing, and no address of ours is called", async () => {
  service.status = 410
  const { id } = (await nina.ask("GET", "/api/push")).items[0]
  await nina.ask("POST", `/api/push/${id}/test`)
  await shop.pass(0)
  assert.deepEqual((await nina.ask("GET", "/api/push")).items, [])
  service.status = 201
  service.came.splice(0)

  const wrong = async (endpoint: string, keys = phone.keys): Promise<string[]> => {
    const said: unknown = await nina.ask("POST", "/api/push", { endpoint, keys }).catch((error: unknown) => error)
    assert.ok(said instanceof Error)
    return [...said.message.matchAll(/"path":"(\w+)"/g)].map(([, path]) => path!)
  }
  assert.deepEqual(await wrong("http://push.example/x"), ["endpoint"])
  assert.deepEqual(await wrong("https://push.example/x", { ...phone.keys, p256dh: Buffer.alloc(65, 4).toString("base64url") }), ["keys"])
  const inside = await nina.ask("POST", "/api/push", { endpoint: "https://10.0.0.7/x", keys: phone.keys })
  await nina.ask("POST", `/api/push/${inside.id}/test`)
  await shop.pass(0)
  assert.equal((await nina.ask("GET", "/api/push")).items[0].failedWhy, "address")
  await nina.ask("DELETE", `/api/push/${inside.id}`)

  const leo = await shop.colleague("Leo", "agent")
  await leo.ask("POST", "/api/push", asked(phone))
  const { caseId, note } = await camilleWrites("Une question.")
  await leo.ask("PATCH", `/api/cases/${caseId}`, { ownerId: leo.id })
  await leo.ask("POST", "/api/sign-out", {})
  await note("Vous êtes là ?")
  assert.deepEqual(await came(), [])
})

test("of more than ten browsers of one agent, the one that was told longest ago goes", async () => {
  const zoe = await shop.colleague("Zoe", "agent")
  const ids: string[] = []
  const another = async (): Promise<void> => {
    const { id } = await zoe.ask("POST", "/api/push", { ...asked(phone), endpoint: `${service.url}/of-zoe-${ids.length}` })
    ids.push(id)
    await shop.pass(1)
  }
  for (let n = 0; n < 10; n++) await another()
  await zoe.ask("POST", `/api/push/${ids[0]}/test`)
  await shop.pass(1)
  await another()
  const stay = (await zoe.ask("GET", "/api/push")).items.map(({ id }: Json) => ids.indexOf(id))
  assert.deepEqual(
    stay.toSorted((a: number, b: number) => a - b),
    [0, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  )
})
