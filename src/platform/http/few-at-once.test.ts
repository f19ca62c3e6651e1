import assert from "node:assert/strict"
import { test } from "node:test"
import { fewAtOnce, newRouter } from "#platform"

test("one caller's slow requests hold up none of another's; their own wait, and are let in one by one", async () => {
  const router = newRouter()
  const inside: string[] = []
  const gates = new Map<string, () => void>()
  router.use(fewAtOnce({ most: 3, each: 2 }, (c) => c.req.header("caller") ?? null))
  router.post("/:name", async (c) => {
    const { name } = c.req.param()
    inside.push(name)
    await new Promise<void>((open) => gates.set(name, open))
    return c.body(null, 204)
  })
  const send = (caller: string, name: string) => router.request(`/${name}`, { method: "POST", headers: { caller } })
  const lea = ["a", "b", "c", "d"].map((name) => send("lea", name))
  const amadou = ["x", "y"].map((name) => send("amadou", name))
  const open = async (name: string, sent: Response | Promise<Response>) => {
    gates.get(name)!()
    await sent
    await new Promise(setImmediate)
    return [...inside]
  }
  await new Promise(setImmediate)
  assert.deepEqual(inside, ["a", "b", "x"])
  assert.deepEqual(await open("x", amadou[0]!), ["a", "b", "x", "y"], "the next who fits, not the next who waits")
  assert.deepEqual(await open("b", lea[1]!), ["a", "b", "x", "y", "c"])
  assert.deepEqual(await open("a", lea[0]!), ["a", "b", "x", "y", "c", "d"])
  for (const name of ["y", "c", "d"]) gates.get(name)!()
  assert.deepEqual(new Set((await Promise.all([...lea, ...amadou])).map(({ status }) => status)), new Set([204]))
})
