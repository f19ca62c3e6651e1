import assert from "node:assert/strict"
import { test } from "node:test"
import { lackingChromium, openPage } from "../support/chromium.ts"
import { amiss, customerWrites, sitDown, startDesk, watched } from "../support/desk.ts"
import { until } from "../support/house.ts"
import { lacking } from "../support/programs.ts"

const desk = lackingChromium ? null : startDesk()
const ours = async () => (await desk)!

test("panes are drawn by keys, everything has a name under Ctrl K, keys are the agent's own", { skip: lackingChromium }, async () => {
  const house = await ours()
  const page = await sitDown(house, { name: "Ines Okafor" })
  const { keyboard: keys } = page
  await customerWrites(house, { subject: "Pivoines fanées", text: "Elles sont arrivées fanées." })
  const { id } = await customerWrites(house, { subject: "Facture d’octobre", text: "Où est ma facture ?", from: "marek@post.example" })

  // A closer list has two lines in a row, whoever owns it.
  const me = (await (await page.request.get("/api/me")).json()) as { id: string }
  await page.request.patch(`/api/cases/${id}`, { data: { ownerId: me.id } })
  await page.request.patch("/api/me/preferences", { data: { density: "compact" } })
  await page.goto("/cases?view=all")
  await until("two lines", () =>
    page.locator(".row:has(.avatar)").evaluate((row) => {
      const top = (part: string): number => row.querySelector(part)?.getBoundingClientRect().top ?? NaN
      const [who, subject, owner] = [top(".row-who"), top(".row-subject"), top(".avatar")]
      return row.getBoundingClientRect().height === 60 && who < subject - 12 && Math.abs(subject - owner) < 6
    }),
  )
  await page.request.patch("/api/me/preferences", { data: { density: "comfortable" } })
  await page.goto("/cases?view=all")

  const edge = page.getByRole("separator", { name: "Width of the list" })
  const width = async () => (await page.getByRole("region", { name: "Cases" }).boundingBox())?.width ?? 0
  const before = await width()
  await edge.focus()
  for (let n = 0; n < 4; n++) await keys.press("ArrowRight")
  await until("the list is wider by four steps", async () => Math.round((await width()) - before) === 64)
  await page.reload()
  await edge.waitFor()
  assert.equal(Math.round((await width()) - before), 64, "remembered")
  assert.equal(await edge.getAttribute("aria-valuenow"), "408")

  await keys.press("Control+k")
  await page.getByRole("combobox", { name: "Find anything" }).waitFor()
  await keys.type("pivoines")
  await page.getByRole("option", { name: /Pivoines/ }).waitFor()
  assert.deepEqual(await amiss(page), [])
  await keys.press("Enter")
  await page.getByRole("heading", { name: "Pivoines fanées" }).waitFor()
  await keys.press("Control+k")
  await keys.type("snz")
  await page.getByRole("option", { name: "Snooze", exact: true }).waitFor()
  await keys.press("Enter")
  await page.getByRole("menuitem").first().waitFor()
  await keys.press("Escape")
  await page.getByRole("menuitem").first().waitFor({ state: "detached" })

  await keys.press("g")
  await keys.press("s")
  const snooze = page.getByRole("listitem").filter({ hasText: /^Snooze/ })
  await snooze.getByRole("button", { name: /^Change/ }).click()
  await keys.press("e")
  await snooze.getByRole("alert").getByText("e already does: Resolve, or reopen.").waitFor()
  await keys.press("h")
  await snooze.getByRole("button", { name: /^Back to: m/ }).waitFor()
  await until("the server knows", async () => {
    const { keys: mine } = (await (await page.request.get("/api/me/preferences")).json()) as { keys: Record<string, string[]> }
    return mine["case.snooze"]?.[0] === "h"
  })
  await page.goBack()
  await page.getByRole("button", { name: "Resolve" }).waitFor()
  await keys.press("m")
  assert.equal(await page.getByRole("menuitem").count(), 0)
  await keys.press("h")
  await page.getByRole("menuitem").first().waitFor()
  await keys.press("Escape")
  await page.getByRole("menuitem").first().waitFor({ state: "detached" })
  await keys.press("?")
  await page
    .getByRole("dialog", { name: "Keys" })
    .locator("div", { hasText: /^Snoozehh$/ })
    .waitFor()
  await keys.press("Escape")
  assert.deepEqual(page.complaints, [])
})

test(
  "on a phone one pane at a time, back is back; what was read here is read there; links lead to the very message",
  { skip: lackingChromium },
  async () => {
    const house = await ours()
    const page = await sitDown(house, { name: "Léa Fontaine" })
    const { id, number, conversationIds } = await customerWrites(house, {
      subject: "Livraison au bureau",
      text: "Peut-on livrer au bureau ?",
    })
    await page.goto("/cases?view=all")
    await page.getByRole("link", { name: /Unread. .*Livraison au bureau/ }).waitFor()
    const phone = watched(
      await openPage({
        baseURL: house.url,
        storageState: await page.context().storageState(),
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
      }),
    )
    await phone.goto("/cases?view=all")
    await phone.getByRole("link", { name: /Livraison au bureau/ }).tap()
    await phone.getByRole("heading", { name: "Livraison au bureau" }).waitFor()
    assert.equal(await phone.locator(".list-pane").isVisible(), false)
    for (const name of ["Reply", "Note", "Resolve", "More", "Back to the list"]) {
      const box = await phone.getByRole(name === "Back to the list" ? "link" : "button", { name, exact: true }).boundingBox()
      assert.ok(box && box.height >= 40 && box.width >= 40, `${name} is ${box?.width} × ${box?.height}`)
      if (name !== "Back to the list") assert.ok(box.y > 700, `${name} is where the thumb is`)
    }
    assert.deepEqual(await amiss(phone), [])
    await page.getByRole("link", { name: /^(?!Unread).*Livraison au bureau/ }).waitFor()
    await phone.goBack()
    await phone.getByRole("heading", { name: /All open/ }).waitFor()
    assert.equal(await phone.locator(".stage").isVisible(), false)
    assert.deepEqual(await amiss(phone), [])

    const messages = await house.api(`/api/conversations/${conversationIds[0]}/messages`, { token: house.token })
    const anchor = `message-${messages.body.items[0].id}`
    await page.goto(`/cases/${number}#${anchor}`)
    await page.locator(`#${anchor}:focus`).waitFor()
    await page.keyboard.press("g")
    await page.keyboard.press("u")
    await page.waitForURL(/view=unassigned/)
    await page.goBack()
    await page.locator(`#${anchor}`).waitFor()
    await page.goForward()
    await page.waitForURL(/view=unassigned/)
    assert.equal((await house.api(`/api/cases/${id}`, { token: house.token })).body.unread, false, "a token has nothing to read")
    assert.deepEqual([...page.complaints, ...phone.complaints], [])
  },
)

test(
  "a line that breaks says since when, and what was missed is there when it is back; who looks elsewhere is told",
  { skip: lacking("chromium") },
  async () => {
    const house = await ours()
    const page = await sitDown(house, { name: "Sofia Lindqvist" }, { permissions: ["notifications"] })
    await page.addInitScript(() => {
      const real = window.fetch
      const line = Object.assign(window, { down: false, away: false, cut: () => {} })
      document.hasFocus = () => !line.away
      window.fetch = (input, init) => {
        if (typeof input !== "string" || !input.startsWith("/api/feed?")) return real(input, init)
        if (line.down) return Promise.reject(new TypeError("no line"))
        const cut = new AbortController()
        line.cut = () => cut.abort()
        return real(input, { ...init, signal: AbortSignal.any([cut.signal, init?.signal ?? cut.signal]) })
      }
    })
    const line = (change: string) => page.evaluate(change)
    await page.goto("/cases?view=all")
    await page.locator(".row").first().waitFor()
    await line("down = true; cut()")
    await page.getByText(/No connection since \d\d:\d\d/).waitFor()
    const { id } = await customerWrites(house, { subject: "Entre-temps", text: "Écrit sans la ligne.", from: "nour@studio.example" })
    await line("down = false; dispatchEvent(new Event('online'))")
    await page.getByText(/The connection is back. \d+ things? happened meanwhile/).waitFor()
    await page.getByRole("link", { name: /Entre-temps/ }).waitFor()

    await page.goto("/settings/account")
    await page.getByRole("button", { name: "Turn on in this browser" }).click()
    await page.getByRole("button", { name: "On in this browser" }).waitFor()
    await line("away = true")
    const me = (await (await page.request.get("/api/me")).json()) as { id: string }
    const given = await house.api(`/api/cases/${id}`, { token: house.token, method: "PATCH", body: { ownerId: me.id } })
    assert.equal(given.status, 200)
    const notices = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration()
        return ((await registration?.getNotifications()) ?? []).map(({ title, body }) => `${title}: ${body}`)
      })
    const [notice] = await until("the browser told of it", async () => {
      const all = await notices()
      return all.length > 0 && all
    })
    assert.match(notice ?? "", /gave you this case: Entre-temps/)
    const owned = (ownerId: string | null) => house.api(`/api/cases/${id}`, { token: house.token, method: "PATCH", body: { ownerId } })
    await owned(null)
    await owned(me.id)
    await page.evaluate(() =>
      fetch("/api/me", { method: "PATCH", headers: { "content-type": "application/json" }, body: '{"language":"fr"}' }),
    )
    await until("it told, though its words changed while it gathered what to tell", async () => (await notices()).length > 1)
    assert.equal((await page.request.get("/manifest.en.webmanifest")).headers()["content-type"], "application/manifest+json")
    await until("the shell is kept, and nothing of the API", () =>
      page.evaluate(async () => {
        const keys = await (await caches.open("vigie-shell")).keys()
        const paths = keys.map(({ url }) => new URL(url).pathname)
        return paths.includes("/") && paths.some((path) => path.endsWith(".js")) && !paths.some((path) => path.startsWith("/api"))
      }),
    )
    const cdp = await page.context().newCDPSession(page)
    let registrationId = ""
    cdp.on(
      "ServiceWorker.workerRegistrationUpdated",
      ({ registrations: [one] }) => (registrationId = one?.registrationId ?? registrationId),
    )
    await cdp.send("ServiceWorker.enable")
    await page.goto("about:blank")
    await until("the worker is known", async () => registrationId !== "")
    const data = JSON.stringify({ title: "Léa wrote a note", body: "Le bouquet", tag: "closed", data: "/settings/account", lang: "en" })
    await cdp.send("ServiceWorker.deliverPushMessage", { origin: house.url, registrationId, data })
    await page.goto("/settings/account")
    await until("told with no desk open", async () => (await notices()).includes("Léa wrote a note: Le bouquet"))
    // A profile that is kept nowhere has no push service; Chromium says so.
    assert.deepEqual(
      page.complaints.filter((said) => !/Push API in incognito/.test(said)),
      [],
    )
  },
)
