import assert from "node:assert/strict"
import { test } from "node:test"
import { lackingChromium } from "../support/chromium.ts"
import { amiss, customerWrites, sitDown, startDesk } from "../support/desk.ts"
import { until } from "../support/house.ts"
import { WritingService } from "../support/writing-service.ts"

test(
  "help with writing: named by an administrator, asked for by an agent, marked, stopped, used, and never sent by itself",
  { skip: lackingChromium },
  async () => {
    const service = await WritingService.open()
    const house = await startDesk({ VIGIE_ALLOW_PRIVATE: "localhost" })
    const { number, id } = await customerWrites(house, { subject: "Where is it?", text: "My flowers haven’t come." })
    const post = (path: string, body: object) => house.api(path, { method: "POST", token: house.token, body })
    const known = { language: "en", title: "Lost flowers", body: "A new vase leaves at once.", tags: ["lost"] }
    const article = await post("/api/articles", known)
    await post(`/api/articles/${article.body.id}/texts/en/publish`, {})
    await house.api(`/api/cases/${id}`, { method: "PATCH", token: house.token, body: { tags: ["lost"] } })
    const page = await sitDown(house, { name: "Amadou Diallo", role: "admin" })
    await page.goto(`/cases/${number}?view=all`)
    await page.getByRole("button", { name: "Reply" }).click()
    await page.getByRole("textbox", { name: "Text of the answer" }).waitFor()
    assert.equal(await page.getByRole("button", { name: "Writing help" }).count(), 0, "off until a service is named")

    await page.goto("/settings/writing")
    await page.getByText("Never sent: internal notes").waitFor()
    await page.getByLabel("Address").fill(service.url)
    await page.getByLabel("Model").fill("small")
    for (const help of [/^Summary of a case/, /^An answer from knowledge/, /^Translation of what/, /^Another tone/])
      await page.getByText(help).click()
    await page.getByRole("button", { name: "Save" }).click()
    await page.getByRole("button", { name: "Try it" }).click()
    await page.getByText("It answers.").waitFor()
    assert.deepEqual(await amiss(page), [])

    await page.goto(`/cases/${number}?view=all`)
    await page.getByRole("button", { name: "Reply" }).click()
    const text = page.getByRole("textbox", { name: "Text of the answer" })
    await until("the greeting stands", async () => (await text.inputValue()) !== "")
    const help = page.getByRole("button", { name: "Writing help" })
    const proposal = page.getByRole("region", { name: "Made by a machine" })

    service.manner = { slow: true, words: ["The flowers ", "haven’t come."] }
    await help.click()
    await page.getByRole("menuitem", { name: "Summarise the case" }).click()
    await proposal.getByText("The flowers").waitFor()
    await proposal.getByRole("button", { name: "Stop" }).click()
    await until("the service was stopped", async () => service.hungUp > 0)
    await proposal.getByRole("button", { name: "Put away" }).click()
    assert.doesNotMatch(await text.inputValue(), /The flowers/, "what wasn’t used isn’t in the text")

    await text.fill("We are looking for your flowers and will write to you before tonight.")
    service.manner = { words: ["We look for them ", "and write tonight."] }
    await help.click()
    await page.getByRole("menuitem", { name: "Make my text shorter" }).click()
    await proposal.getByRole("button", { name: "Use" }).click()
    await until("it took the place of the text", async () => (await text.inputValue()) === "We look for them and write tonight.")
    await page.keyboard.press("Control+z")
    assert.match(await text.inputValue(), /^We are looking for your flowers/, "and gives it back")
    const { body } = await house.api(`/api/cases/${id}/timeline`, { token: house.token })
    assert.ok(!JSON.stringify(body).includes("write tonight"), "nothing was sent")

    service.manner = { words: ["A new vase leaves [1], it is [2026] ", "there on […].\n[1]"] }
    await text.fill("Hello,\n\n")
    await help.click()
    await page.getByRole("menuitem", { name: "Suggest an answer from knowledge" }).click()
    await proposal.getByRole("button", { name: "Use" }).click()
    await until("sources left out, what is open a gap", async () =>
      /A new vase leaves, it is \[2026\] there on ⟦to be filled in⟧\./.test(await text.inputValue()),
    )
    await page.getByText("Written with help: the answer says so here, not to the customer.").waitFor()
    await page.getByRole("button", { name: "Send", exact: true }).click()
    await page.getByText("Fill what the template left open first: to be filled in.").waitFor()
    await text.fill("A new vase leaves, it is there on Monday.")
    await page.getByRole("button", { name: "Send", exact: true }).click()
    await page
      .getByRole("article", { name: /Our answer/ })
      .getByText("Written with writing help")
      .waitFor()

    service.manner = { words: ["Mes fleurs ne sont pas venues."] }
    const theirs = page.getByRole("article", { name: /Message from the customer/ })
    await theirs.getByRole("button", { name: "What to do with this message" }).click()
    await page.getByRole("menuitem", { name: "Translate" }).click()
    const translation = theirs.getByRole("region", { name: "Translated by a machine" })
    await translation.getByText("Mes fleurs ne sont pas venues.").waitFor()
    assert.deepEqual(await amiss(page), [])
    await translation.getByRole("button", { name: "Put away" }).click()
    await translation.waitFor({ state: "detached" })

    await page.getByRole("button", { name: "Reply" }).click()
    await text.fill("We are looking for your flowers and will write to you before tonight.")
    service.manner = { status: 500, body: "{}" }
    await help.click()
    await page.getByRole("menuitem", { name: "Make my text warmer" }).click()
    await proposal.getByText("declined to answer this").waitFor()
    assert.match(await text.inputValue(), /^We are looking for your flowers/, "what was written is untouched")
    assert.deepEqual(await amiss(page), [])
  },
)
