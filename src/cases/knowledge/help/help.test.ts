import assert from "node:assert/strict"
import { createHash } from "node:crypto"
import { before, test } from "node:test"
import { Shop } from "../../../../test/support/shop.ts"

let shop: Shop
before(async () => {
  shop = await Shop.open()
  for (const { title, body, audience, language, publish } of ARTICLES) await add(title, body, { audience, language, publish })
})

const SECRET = "zéphyrine"
const ARTICLES = [
  {
    title: "Le bouquet est arrivé abîmé",
    body: `Photographiez-le.\n\n- Le carton\n- Les fleurs\n\n[Nous écrire](https://lilas.example/contact)`,
    audience: "public",
    language: "fr",
    publish: true,
  },
  { title: "The vase arrived broken", body: "Send us a picture of the vase.", audience: "public", language: "en", publish: true },
  {
    title: `Remise interne ${SECRET}`,
    body: `Jusqu’à vingt pour cent, mot ${SECRET}.`,
    audience: "internal",
    language: "fr",
    publish: true,
  },
  { title: `Brouillon ${SECRET}`, body: `Pas encore prêt, ${SECRET}.`, audience: "public", language: "fr", publish: false },
] as const

async function add(title: string, body: string, { audience, language, publish }: { audience: string; language: string; publish: boolean }) {
  const { id } = await shop.ask("/api/articles", { body: { language, title, body } })
  await shop.ask(`/api/articles/${id}`, { method: "PATCH", body: { audience } })
  if (publish) await shop.ask(`/api/articles/${id}/texts/${language}/publish`, { body: {} })
  return id as string
}

async function page(path: string, init: RequestInit = {}): Promise<{ status: number; text: string; headers: Headers }> {
  const answer = await shop.inside.house.app.request(path, init)
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

const BROKEN = "/aide/le-bouquet-est-arrive-abime"

test("an article is a page: its language, its address, under 15 kB with its style, no script, and it runs none", async () => {
  const { status, text, headers } = await page(BROKEN)
  assert.equal(status, 200)
  assert.match(text, /<html lang="fr">/)
  assert.match(text, new RegExp(`<link rel="canonical" href="http://[^"]+${BROKEN}"`))
  assert.match(text, /<h1>Le bouquet est arrivé abîmé<\/h1>/)
  assert.match(text, /<li>Le carton<\/li>/)
  assert.ok(Buffer.byteLength(text) < 15_000, `${Buffer.byteLength(text)} bytes`)
  assert.doesNotMatch(text, /<script|javascript:|https?:\/\/(?!lilas\.example|127\.0\.0\.1|localhost)/)
  const policy = headers.get("content-security-policy") ?? ""
  assert.match(policy, /default-src 'none'/)
  const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(text) ?? []
  assert.ok(
    policy.includes(`'sha256-${createHash("sha256").update(style).digest("base64")}'`),
    "its policy lets its own style in, and no other",
  )
})

test("a browser that has it isn't sent it again", async () => {
  const etag = (await page(BROKEN)).headers.get("etag") ?? ""
  const again = await page(BROKEN, { headers: { "if-none-match": etag } })
  assert.deepEqual([again.status, again.text], [304, ""])
})

test("nothing internal and no draft: not as a page, not in lists, search, feed or sitemap", async () => {
  for (const path of ["/aide/remise-interne-zephyrine", "/aide/brouillon-zephyrine", "/aide/article"]) {
    const { status, text } = await page(path)
    assert.equal(status, 404, path)
    assert.doesNotMatch(text, /vingt pour cent|Pas encore prêt/)
  }
  for (const path of [
    "/aide",
    "/help",
    `/aide?q=${SECRET}x`,
    "/aide?q=interne",
    "/aide?q=pret",
    "/aide/feed.xml",
    "/help/feed.xml",
    "/help/sitemap.xml",
  ])
    assert.doesNotMatch((await page(path)).text, /interne z|Brouillon|zephyrine<|vingt/i, path)
})

test("what is withdrawn, archived or made internal is gone at once, with its picture", async () => {
  const form = new FormData()
  const dot = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64")
  form.set("file", new File([dot], "dot.png", { type: "image/png" }))
  const kept = await shop.inside.house.app.request("/api/knowledge/pictures", {
    method: "POST",
    headers: { authorization: `Bearer ${shop.token}` },
    body: form,
  })
  const picture = (await kept.json()) as { id: string }
  const id = await add("Un dessin", `Voici.\n\n![Le point](picture:${picture.id})`, { audience: "internal", language: "fr", publish: true })
  assert.equal((await page(`/help/pictures/${picture.id}`)).status, 404, "of an internal article")
  await shop.ask(`/api/articles/${id}`, { method: "PATCH", body: { audience: "public" } })
  assert.equal((await page(`/help/pictures/${picture.id}`)).status, 200)
  assert.match((await page("/aide/un-dessin")).text, /alt="Le point"/)
  await shop.ask(`/api/articles/${id}/texts/fr/withdraw`, { body: {} })
  assert.deepEqual([(await page("/aide/un-dessin")).status, (await page(`/help/pictures/${picture.id}`)).status], [404, 404])
  await shop.ask(`/api/articles/${id}/texts/fr/publish`, { body: {} })
  await shop.ask(`/api/articles/${id}/archive`, { body: {} })
  assert.equal((await page("/aide/un-dessin")).status, 404)
})

test("a picture is what its bytes say", async () => {
  const form = new FormData()
  form.set("file", new File(["<svg onload=alert(1)>"], "x.png", { type: "image/png" }))
  const { status } = await shop.inside.house.app.request("/api/knowledge/pictures", {
    method: "POST",
    headers: { authorization: `Bearer ${shop.token}` },
    body: form,
  })
  assert.equal(status, 422)
})

test("markup is text: HTML, scripts and addresses that run come out as words", async () => {
  const body = `<img src=x onerror=alert(1)>\n\n[clic](javascript:alert(1)) [nom](https://a:b@lilas.example/)\n\n## <b>gras</b>\n\n![x](picture:../../secret)`
  await add("Texte hostile", body, { audience: "public", language: "fr", publish: true })
  const { text } = await page("/aide/texte-hostile")
  const main = text.slice(text.indexOf("<main"), text.indexOf("</main>"))
  assert.doesNotMatch(main, /<img|<b>|href="javascript/)
  assert.match(main, /&lt;img src=x onerror=alert\(1\)&gt;/)
})

test("search works without script, in any form of a word, and shows where", async () => {
  const { text } = await page("/aide?q=photographie+bouquets")
  assert.match(text, /1 article pour/)
  assert.match(text, /<mark>Photographiez<\/mark>/)
  assert.match(text, /name="robots" content="noindex"/)
  assert.match((await page("/help?q=%3Cscript%3E")).text, /&lt;script&gt;/)
})

test("each language has its own list, feed and address; the sitemap knows both", async () => {
  assert.match((await page("/help")).text, /The vase arrived broken/)
  assert.doesNotMatch((await page("/aide")).text, /The vase arrived broken/)
  const moved = await page("/aide/the-vase-arrived-broken")
  assert.deepEqual([moved.status, moved.headers.get("location")], [301, "/help/the-vase-arrived-broken"])
  const map = (await page("/help/sitemap.xml")).text
  assert.match(map, /\/help\/the-vase-arrived-broken/)
  assert.match(map, /\/aide\/le-bouquet-est-arrive-abime/)
  assert.match((await page("/aide/feed.xml")).text, /<feed xmlns="http:\/\/www.w3.org\/2005\/Atom" xml:lang="fr">/)
})

test("a reader says whether it helped: one voice a browser, none from other sites, not a hundred from one network", async () => {
  const say = (useful: string, headers: Record<string, string> = {}) =>
    shop.inside.house.app.request(`${BROKEN}/useful`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin", ...headers },
      body: `useful=${useful}`,
    })
  const counts = async () => {
    const { items } = await shop.ask("/api/articles?q=abîmé")
    return [items[0].counts.yes, items[0].counts.no]
  }
  const first = await say("yes")
  assert.equal(first.status, 303)
  assert.match((await page(first.headers.get("location")!.replace(/#.*/, ""))).text, /Merci/)
  const cookie = first.headers.get("set-cookie")!.split(";")[0]!
  await say("no", { cookie })
  assert.deepEqual(await counts(), [0, 1], "the last word of one browser")
  assert.equal((await say("yes", { "sec-fetch-site": "cross-site" })).status, 403)
  assert.equal((await say("perhaps")).status, 422)
  for (let n = 0; n < 40; n++) await say("yes")
  const tooMany = await say("yes")
  assert.equal(tooMany.status, 429)
  assert.match(await tooMany.text(), /Trop de réponses/)
  assert.ok((await counts())[0] <= 30)
})
