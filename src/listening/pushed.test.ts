import assert from "node:assert/strict"
import { before, test } from "node:test"
import { until } from "../../test/support/house.ts"
import { type InsideHouse, openInside } from "../../test/support/inside.ts"
import { fair, forgetOutside } from "./fair.fixture.ts"

let inside: InsideHouse
let id: string
before(async () => {
  forgetOutside()
  inside = await openInside({ hearing: { kinds: [fair] } })
  const body = { kind: "fair", settings: { hall: "line" } }
  ;({ id } = (await inside.api("/api/sources", { token: await inside.token("lead"), body })).body)
  await inside.house.settle()
})

test("a stranger's bytes aren't read, and no more waits for a source than fits; whoever sends more is asked to come later", async () => {
  let read = 0
  const ends: (() => void)[] = []
  /** A body that comes when the test lets it, and tells no length. */
  const slowly = async (to: string): Promise<Response> => {
    const body = new ReadableStream(
      {
        pull: (stream) =>
          new Promise((resolve) => {
            read++
            ends.push(() => {
              stream.enqueue(Buffer.from("Des iris en file"))
              stream.close()
              resolve()
            })
          }),
      },
      { highWaterMark: 0 },
    )
    const asked: RequestInit & { duplex: "half" } = { method: "POST", body, duplex: "half" }
    return inside.house.app.request(`/listening/push/${to}?proof=yes`, asked)
  }
  assert.equal((await slowly("01a19b45-b800-7000-8000-0000000000aa")).status, 404)
  assert.equal(read, 0)
  const waiting = Array.from({ length: 5 }, () => slowly(id))
  await until("they are being read", async () => read === 5)
  const refused = await slowly(id)
  assert.deepEqual([refused.status, refused.headers.get("retry-after"), read], [429, "30", 5])
  for (const end of ends) end()
  assert.deepEqual(
    (await Promise.all(waiting)).map(({ status }) => status),
    [204, 204, 204, 204, 204],
  )
  const push = { method: "POST", body: "Des iris après", headers: { "content-length": "15" } }
  assert.equal((await inside.house.app.request(`/listening/push/${id}?proof=yes`, push)).status, 204)
})
