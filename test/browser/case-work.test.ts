import assert from "node:assert/strict"
import { readFile } from "node:fs/promises"
import { test } from "node:test"
import { lackingChromium } from "../support/chromium.ts"
import { customerWrites, sitDown, startDesk } from "../support/desk.ts"

test(
  "a case is taken, snoozed, resolved, reopened and found; every step has an address to come back to",
  { skip: lackingChromium },
  async () => {
    const house = await startDesk()
    const page = await sitDown(house, { name: "Ines Okafor" })
    const bouquet = await customerWrites(house, { subject: "Le bouquet n’est jamais arrivé", text: "Personne n’a rien reçu." })
    const vase = await customerWrites(house, {
      from: "h.marchetti@poste.example",
      name: "Hélène Marchetti",
      subject: "Vase cassé",
      text: "Le vase est arrivé en trois morceaux.",
    })
    const rail = page.getByRole("navigation", { name: "Views" })

    await page.goto("/cases?view=unassigned")
    await page.getByRole("link", { name: /Vase cassé/ }).click()
    await page.getByRole("button", { name: "Assign" }).click()
    await page.getByRole("menuitem", { name: "To me" }).click()
    await page.getByText("Given to Ines Okafor").waitFor()
    await rail.getByRole("link", { name: /Mine 1/ }).waitFor()
    await rail.getByRole("link", { name: /Unassigned 1/ }).waitFor()

    await page.getByRole("button", { name: "Snooze" }).click()
    await page.getByRole("menuitem", { name: /Tomorrow morning/ }).click()
    await page.getByText(/Snoozed until/).waitFor()
    await rail.getByRole("link", { name: /Snoozed 1/ }).click()
    await page.getByRole("link", { name: /Vase cassé/ }).waitFor()

    await page.goto(`/cases/${bouquet.number}?view=all`)
    await page.getByRole("button", { name: "Resolve" }).click()
    await page.getByRole("heading", { name: "Vase cassé" }).waitFor() // what is settled gives way to the next
    await page.getByRole("status").getByRole("button", { name: "Undo" }).click()
    await page.goto(`/cases/${bouquet.number}?view=all`)
    await page.getByRole("button", { name: "Resolve" }).waitFor()

    await page.getByLabel("Search all cases").fill("morceaux")
    await page.getByLabel("Search all cases").press("Enter")
    await page.locator("mark", { hasText: "morceaux" }).click()
    await page.getByRole("heading", { name: "Vase cassé" }).waitFor()
    assert.match(page.url(), new RegExp(`/cases/${vase.number}\\?q=morceaux#message-`), "what was found leads to the very message")
    await page.goBack()
    await page.getByText("Choose a case.").waitFor()
    await page.goForward()
    await page.getByRole("heading", { name: "Vase cassé" }).waitFor()
    assert.deepEqual(page.complaints, [])
  },
)

test("tags, status, a promise and a decision stand in the case for whoever comes after", { skip: lackingChromium }, async () => {
  const house = await startDesk()
  const page = await sitDown(house, { name: "Léa Fontaine", role: "lead" })
  const { number } = await customerWrites(house, { subject: "Wedding", text: "Fourteen tables, white and green." })
  await page.goto(`/cases/${number}`)
  await page.getByLabel("Add a tag").fill("wedding")
  await page.getByLabel("Add a tag").press("Enter")
  await page.getByRole("link", { name: "wedding", exact: true }).waitFor()
  await page.getByRole("button", { name: /Status$/ }).click()
  await page.getByRole("option", { name: "Waiting" }).click()
  await page.getByText("Léa Fontaine: Waiting").waitFor()

  await page.getByRole("button", { name: "More", exact: true }).first().click()
  await page.getByRole("menuitem", { name: "Write down a promise" }).click()
  await page.getByLabel("What was promised").fill("A sketch of the tables")
  await page.getByLabel("Day and hour").fill("2020-01-01T09:00")
  await page.getByRole("button", { name: "Promise", exact: true }).click()
  await page.getByText("This moment has passed. Choose one to come.").first().waitFor()
  assert.equal(await page.getByLabel("What was promised").inputValue(), "A sketch of the tables", "nothing typed is lost")
  await page.getByLabel("Day and hour").fill("2037-01-05T13:00")
  await page.getByRole("button", { name: "Promise", exact: true }).click()
  await page.getByRole("complementary").getByText("A sketch of the tables").waitFor()

  await page.getByRole("button", { name: "More", exact: true }).first().click()
  await page.getByRole("menuitem", { name: "Write down a decision" }).click()
  await page.getByLabel("The decision").fill("We lend the vases.")
  await page.getByRole("button", { name: "Write it down" }).click()
  await page.getByText("Léa Fontaine decided: We lend the vases.").waitFor()
})

test(
  "what was done is taken back: who has it, until when it sleeps, what was settled while it slept",
  { skip: lackingChromium },
  async () => {
    const house = await startDesk()
    const page = await sitDown(house, { name: "Ines Okafor" })
    const { number } = await customerWrites(house, {
      from: "h.marchetti@poste.example",
      name: "Hélène Marchetti",
      subject: "Vase cassé",
      text: "Le vase est arrivé en trois morceaux.",
    })
    const undo = page.getByRole("status").getByRole("button", { name: "Undo" })
    const toolbar = page.getByRole("toolbar")
    await page.goto(`/cases/${number}?view=all`)
    await page.getByRole("button", { name: "Reply" }).waitFor()
    await page.keyboard.press("i")
    await page.getByText("Given to Ines Okafor").waitFor()
    await undo.click()
    await toolbar.getByRole("button", { name: "Assign" }).waitFor()
    await page.getByRole("button", { name: "Snooze" }).click()
    await page.getByRole("menuitem", { name: /Tomorrow morning/ }).click()
    const asleep = page.getByText(/Snoozed until/)
    const until = await asleep.innerText()
    await undo.click()
    await asleep.waitFor({ state: "detached" })
    await page.getByRole("button", { name: "Snooze" }).click()
    await page.getByRole("menuitem", { name: /Tomorrow morning/ }).click()
    await asleep.waitFor()
    await page.goto(`/cases/${number}?view=resolved`)
    await page.getByRole("button", { name: "Resolve" }).click()
    await asleep.waitFor({ state: "detached" })
    await undo.click()
    assert.equal(await asleep.innerText(), until, "it sleeps until the same moment")

    await page.goto("/cases?q=marchetti")
    await page.locator(".row", { hasText: "Hélène Marchetti" }).first().waitFor()
    await page.keyboard.press("j")
    await page.locator(".row:focus", { hasText: "Hélène Marchetti" }).waitFor()
    await page.keyboard.press("j")
    await page.getByRole("heading", { name: "Vase cassé" }).waitFor()
    assert.match(page.url(), new RegExp(`/cases/${number}\\?q=marchetti`), "after a person that was found comes the next")
    await page.keyboard.press("x")
    await page.getByRole("toolbar").getByText(/^1 /).waitFor()
    await page.locator(".selection").getByRole("button", { name: "More" }).click()
    await page.getByRole("menuitem", { name: /Priority: urgent/i }).click()
    await page.getByRole("button", { name: "Change the priority of 1 case" }).click()
    await page.getByText("Priority of 1 case changed.").waitFor()
    assert.deepEqual(page.complaints, [])
  },
)

test("two cases become one and two again", { skip: lackingChromium }, async () => {
  const house = await startDesk()
  const page = await sitDown(house, { name: "Ines Okafor" })
  const first = await customerWrites(house, { subject: "Order 88", text: "Where is it?" })
  const second = await customerWrites(house, { subject: "Order 88 again", text: "Still nothing." })
  await page.goto(`/cases/${second.number}?view=all`)
  await page.getByRole("button", { name: "More", exact: true }).first().click()
  await page.getByRole("menuitem", { name: "Merge into another case" }).click()
  await page.getByRole("combobox", { name: "The other case" }).fill("9999")
  await page.getByRole("button", { name: "Merge", exact: true }).click()
  await page.getByRole("dialog").getByText("There is no such case").first().waitFor()
  const field = page.getByRole("combobox", { name: "The other case" })
  await field.fill(String(second.number))
  await page.getByRole("button", { name: "Merge", exact: true }).click()
  await page.getByRole("dialog").getByText("This is the case itself.").first().waitFor()
  await field.fill("")
  await page.getByRole("option", { name: /the same person/ }).waitFor()
  await field.press("ArrowDown")
  await field.press("Enter")
  assert.equal(await field.inputValue(), `${first.number} · Order 88`, "this person’s other case is offered first")
  await page.getByRole("button", { name: "Merge", exact: true }).click()
  await page.getByRole("heading", { name: "Order 88", exact: true }).waitFor()
  await page.getByText("Still nothing.").last().waitFor()
  await page.locator(".event", { hasText: "merged case" }).getByRole("button", { name: "Undo" }).click()
  await page.locator(".row", { hasText: "Order 88 again" }).waitFor()
})

test("who may only read is shown nothing to change", { skip: lackingChromium }, async () => {
  const house = await startDesk()
  const page = await sitDown(house, { name: "Piotr Wren", role: "observer" })
  const { number } = await customerWrites(house, { subject: "Thank you", text: "The flowers were lovely." })
  await page.goto(`/cases/${number}`)
  await page.getByText("You may read here; answering is for agents.").waitFor()
  assert.equal(await page.getByRole("button", { name: /Resolve|Assign|Reply|Note|Snooze/ }).count(), 0)

  const save = async () => {
    await page.getByRole("toolbar", { name: "Case" }).getByRole("button", { name: "More" }).click()
    await page.getByRole("menuitem", { name: "Save as a page", exact: true }).click()
  }
  const [saved] = await Promise.all([page.waitForEvent("download"), save()])
  assert.match(await readFile(await saved.path(), "utf8"), /The flowers were lovely/, "what may be read may be kept")
  const problem = { title: "No", detail: "This case isn’t yours to take out.", status: 403, key: "no" }
  await page.route("**/api/exports/**", (route) => route.fulfill({ status: 403, contentType: "application/problem+json", json: problem }))
  await save()
  await page.getByText(problem.detail).waitFor()
  assert.match(page.url(), new RegExp(`/cases/${number}`), "the desk stays")
})
