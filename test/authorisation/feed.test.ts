import assert from "node:assert/strict"
import { before, test } from "node:test"
import { Listener } from "../support/feed.ts"
import { hasSides, Things } from "./ask.ts"
import { type ObjectName, objects } from "./objects.ts"
import { type Caller, MARK, Scene } from "./scene.ts"

let scene: Scene
before(async () => {
  scene = await Scene.open()
})

async function listen(caller: { headers: Record<string, string> }, after?: string): Promise<Listener> {
  const headers = { ...caller.headers, ...(after ? { "last-event-id": after } : {}) }
  const listener = new Listener(await scene.inside.house.app.request("/api/feed", { headers }))
  await listener.until("the beginning", ({ event }) => event === "open")
  return listener
}

/** Something in our inbox that everybody hears, to know that what came before has been told. */
async function sign(): Promise<string> {
  return (await scene.must("POST", `/api/cases/${(await scene.mail("ours")).case}/decisions`, { text: "We refund." })).id
}

const heardSign = (decision: string) => (heard: { event: string; data: { data: { decision?: string } } }) =>
  heard.event === "case.decided" && heard.data.data.decision === decision

test("whoever sees one inbox hears nothing of another, live or afterwards", async () => {
  const callers = [scene.caller("agent", "agent"), scene.caller("observer", "token"), scene.caller("admin", "agent")]
  const everything = await listen({ headers: { authorization: `Bearer ${scene.root}` } })
  const live = await Promise.all(callers.map((caller) => listen(caller)))
  const things = new Things(scene)
  for (const name of Object.keys(objects) as ObjectName[]) {
    if (hasSides(name)) for (const side of ["theirs", "ours"] as const) await things.get(name, side, scene.caller("agent", "agent"))
  }
  const decision = await sign()
  await everything.until("the sign", heardSign(decision))
  const told = everything.heard.filter(({ data }) => isSecret(JSON.stringify(data)))
  assert.ok(new Set(told.map(({ event }) => event)).size > 10, `expected many kinds of facts about the other inbox, saw ${told.length}`)
  for (const [i, caller] of callers.entries()) {
    const later = await listen(caller, "0")
    for (const listener of [live[i]!, later]) {
      await listener.until("the sign", heardSign(decision))
      for (const { event, data } of listener.heard) {
        const said = JSON.stringify(data)
        assert.ok(!isSecret(said) && !said.includes(MARK), `${caller.role} by ${caller.kind} heard ${event}: ${said}`)
      }
      assert.ok(
        listener.heard.some(({ event }) => event === "message.received"),
        "and hears of their own",
      )
      await listener.stop()
    }
  }
  await everything.stop()
})

const isSecret = (text: string) => [...scene.secrets].some((secret) => text.includes(secret))

/** Fails when it takes longer than the promised five seconds. */
async function withinFiveSeconds(what: string, fact: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`${what} took more than five seconds`)), 5000)
  await Promise.race([fact, late.promise]).finally(() => clearTimeout(timer))
}

async function answers(caller: Caller): Promise<number> {
  return (await scene.inside.house.app.request("/api/me", { headers: caller.headers })).status
}

test("a disabled agent is out at once: session and feed", async () => {
  const amadou = await scene.agent("agent", "amadou@maison-rousseau.example")
  const listener = await listen(amadou)
  assert.equal(await answers(amadou), 200)
  await scene.must("POST", `/api/agents/${amadou.id}/disable`, {})
  assert.equal(await answers(amadou), 401)
  await withinFiveSeconds("closing the feed", listener.ended)
})

test("a revoked token is out at once: requests and feed", async () => {
  const shop = await scene.token("agent")
  const listener = await listen(shop)
  await scene.must("DELETE", `/api/tokens/${shop.id}`)
  assert.equal(await answers(shop), 401)
  await withinFiveSeconds("closing the feed", listener.ended)
})

test("who signs out hears no more", async () => {
  const ines = await scene.agent("agent", "ines@maison-rousseau.example")
  const listener = await listen(ines)
  const headers = { ...ines.headers, "content-type": "application/json" }
  assert.equal((await scene.inside.house.app.request("/api/sign-out", { method: "POST", headers, body: "{}" })).status, 204)
  await withinFiveSeconds("closing the feed", listener.ended)
})

test("an inbox that was taken away is heard no more, and one that was given is", async () => {
  const camille = await scene.agent("agent", "camille@maison-rousseau.example", [scene.inboxes.ours])
  const listener = await listen(camille)
  await scene.must("PATCH", `/api/agents/${camille.id}`, { inboxIds: [scene.inboxes.theirs] })
  await listener.until("her new rights", ({ event }) => event.startsWith("agent."))
  const ours = await scene.mail("ours")
  const theirs = await scene.mail("theirs")
  await listener.until("what is hers now", ({ data }) => data.about?.conversation === theirs.conversation)
  assert.deepEqual(
    listener.heard.filter(({ data }) => data.about?.conversation === ours.conversation),
    [],
  )
  await listener.stop()
})
