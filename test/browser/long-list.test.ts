import assert from "node:assert/strict"
import { test } from "node:test"
import { lackingChromium } from "../support/chromium.ts"
import { customerWrites, sitDown, startDesk } from "../support/desk.ts"
import { until } from "../support/house.ts"

const ROWS = 10_000

test(
  "however far down a list one has gone, what happens fetches what is in sight, and the rest when one comes near",
  { skip: lackingChromium },
  async () => {
    const house = await startDesk()
    const page = await sitDown(house, { name: "Ines Okafor" })
    await customerWrites(house, { subject: "Roses", text: "Where are they?" })
    const { body } = await house.api("/api/cases?view=all", { token: house.token })
    const asked: URLSearchParams[] = []
    await page.route("**/api/desk?*", (route) => route.abort()) // what a list shows first is asked for like the rest
    await page.route("**/api/cases?*", (route) => {
      const { searchParams } = new URL(route.request().url())
      asked.push(searchParams)
      const from = Number(searchParams.get("cursor") ?? 0)
      const end = Number(searchParams.get("until") ?? ROWS)
      const to = Math.min(end, from + Number(searchParams.get("limit")))
      const items = Array.from({ length: to - from }, (_, row) => ({
        ...body.items[0],
        id: `row-${from + row}`,
        number: 9000 + from + row,
      }))
      return route.fulfill({ json: { items, next: to < ROWS ? String(to) : null } })
    })
    await page.goto("/cases?view=all")
    const down = () => page.locator(".rows").evaluate((box) => box.scrollTo(0, box.scrollHeight))
    await until("the last row is in sight", async () => {
      await down()
      return (await page.locator(`[aria-posinset="${ROWS}"]`).count()) > 0
    })
    assert.ok(asked.length >= 50, "all of it was fetched on the way")
    asked.length = 0
    await customerWrites(house, { subject: "Lilies", text: "And these?" })
    await until("it is heard", async () => asked.length > 0)
    assert.equal(asked[0]!.get("cursor"), "9850", "the page in sight")
    asked.length = 0
    await page.locator(".rows").evaluate((box) => box.scrollTo(0, 0))
    await until("the first page is fetched again", async () => asked.some((each) => !each.has("cursor")))
    assert.deepEqual(
      asked.map((each) => [each.get("cursor"), each.get("until")]),
      [
        [null, "50"],
        ["50", "250"],
      ].slice(0, asked.length),
      "as far as it went, and what lies near",
    )
    assert.deepEqual(page.complaints, [])
  },
)
