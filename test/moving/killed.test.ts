import assert from "node:assert/strict"
import { test } from "node:test"
import { type Json, type RunningHouse, startHouse, tokenFor, until } from "../support/house.ts"
import { mboxrd, years } from "./archive.ts"

const COUNT = 900

test("an mbox whose import is killed twice comes in whole, and nothing of it twice", async () => {
  const first = await startHouse()
  const { DATABASE_URL, VIGIE_TEST_UNSAFE } = first.env
  const again = () => startHouse({ home: first.home, env: { DATABASE_URL, VIGIE_TEST_UNSAFE } })
  assert.equal((await first.vigie("inbox", "add", "--address", "care@shop.example")).code, 0)
  const token = await tokenFor(first, "admin")
  const see = async (house: RunningHouse, path: string, body?: object) => {
    const answer = await house.api(path, { token, ...(body ? { body } : {}) })
    assert.ok(answer.status < 300, `${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const [inbox] = (await see(first, "/api/inboxes")).items
  const { id } = await see(first, "/api/imports", { kind: "mbox", name: "Two years" })
  const sent = await fetch(new URL(`/api/imports/${id}/file?name=all.mbox`, first.url), {
    method: "PUT",
    headers: { authorization: `Bearer ${token}` },
    body: mboxrd(years(COUNT)),
  })
  assert.equal(sent.status, 200)
  await see(first, `/api/imports/${id}/start`, { settings: { inboxId: inbox.id } })

  let house = first
  const seen: number[] = []
  for (let before = 0; seen.length < 2; before = seen.at(-1)!) {
    const now = await until(
      "the import gets on",
      async () => {
        const run: Json = await see(house, `/api/imports/${id}`)
        return run.phase === "filing" && run.done > before ? run : null
      },
      60_000,
    )
    await house.kill()
    seen.push(now.done)
    house = await again()
  }
  assert.ok(
    seen.every((done) => done < COUNT),
    `It was killed at ${seen.join(", ")}`,
  )

  const run = await until(
    "the import ends",
    async () => {
      const now: Json = await see(house, `/api/imports/${id}`)
      return now.state === "done" ? now : null
    },
    60_000,
  )
  assert.deepEqual([run.done, run.total, run.skipped, run.counts], [COUNT, COUNT, 0, { cases: 600, messages: COUNT, contacts: 600 }])
  const lines = async (what: string): Promise<Json[]> =>
    ((await see(house, `/api/exports/${what}.jsonl`)) as string)
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line))
  const messages = await lines("messages")
  const ids = messages.map(({ subject }) => subject)
  assert.deepEqual([messages.length, new Set(ids).size], [COUNT, COUNT])
  assert.equal((await lines("cases")).length, 600)
  assert.equal((await lines("contacts")).length, 600)
  for (const message of [messages[0], messages[COUNT >> 1], messages.at(-1)]) {
    const original = await house.api(`/api/messages/${message.id}/original`, { token })
    assert.match(original.body, /From the words of \d+\nand more/)
  }
})
