import assert from "node:assert/strict"
import { test } from "node:test"
import { MatcherThread, parseQuery, type Query } from "#listening"

function read(query: string): Query {
  const parsed = parseQuery(query)
  assert.ok(parsed.query)
  return parsed.query
}

test("a thread matches in the order in which it is asked", async () => {
  const thread = new MatcherThread()
  thread.put("acme", read("acme NEAR/3 panne*"))
  thread.put("zenith", read("zenith"))
  const first = thread.match([{ text: "Pannes chez Acme" }, { text: "rien" }, { text: "Zenith, Acme en panne" }])
  thread.drop("acme")
  const second = thread.match([{ text: "Zenith, Acme en panne" }])
  assert.deepEqual(await first, [["acme"], [], ["acme", "zenith"]])
  assert.deepEqual(await second, [["zenith"]])
  await thread.close()
})

test("a thread that ends lets nobody wait", async () => {
  const thread = new MatcherThread()
  const waiting = assert.rejects(thread.match([{ text: "acme" }]), /ended/)
  await thread.close()
  await waiting
  await assert.rejects(thread.match([{ text: "acme" }]), /ended/)
})
