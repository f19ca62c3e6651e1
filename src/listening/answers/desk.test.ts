import assert from "node:assert/strict"
import { before, test } from "node:test"
import { lackingChromium } from "../../../test/support/chromium.ts"
import { closeAfterwards } from "../../../test/support/database.ts"
import { amiss, customerWrites, type DeskHouse, sitDown, startDesk } from "../../../test/support/desk.ts"
import type { Json } from "../../../test/support/house.ts"
import { blueskyStage } from "../sources/stages/followed.fixture.ts"
import { POST } from "./networks.fixture.ts"
import type { AnswerStage } from "./stages/answer-stage.fixture.ts"
import { googlePlayAnswers } from "./stages/google-reviews.fixture.ts"

let house: DeskHouse
let bluesky: Awaited<ReturnType<typeof blueskyStage>>
let play: AnswerStage
before(async () => {
  if (lackingChromium) return
  bluesky = await blueskyStage(new Date())
  play = await googlePlayAnswers(new Date()).open()
  for (const place of [bluesky, play]) closeAfterwards(() => place.close())
  bluesky.pds.posts.set(POST, { cid: "bafymaya", record: {} })
  house = await startDesk({ VIGIE_ALLOW_PRIVATE: "localhost", VIGIE_UNDO_SECONDS: "3" })
})

const must = async (path: string, body: object): Promise<Json> => {
  const answer = await house.api(path, { token: house.token, body })
  assert.ok(answer.status < 300, JSON.stringify(answer.body))
  return answer.body
}

test(
  "an account is tried and added; an answer is written past the guard, approved by a second person, stands there, and is withdrawn",
  { skip: lackingChromium },
  async () => {
    const one = await customerWrites(house, {
      subject: "Bouquet",
      from: "maya.lang@post.example",
      name: "Maya Lang",
      text: "My sister Odile Marchand waits for the bouquet.",
    })
    const mentions = [{ key: POST, text: "Lilas, where is my bouquet?", author: { handle: "maya.example" }, language: "en" }]
    const { items } = await must("/api/mentions", { source: "Bluesky", mentions })
    await must(`/api/mentions/${items[0].id}/ties`, { caseId: one.id })

    const lead = await sitDown(house, { name: "Karim Diallo", role: "lead" })
    await lead.goto("/settings/social")
    await lead.getByRole("button", { name: "Add an account" }).click()
    const dialog = lead.getByRole("dialog")
    await dialog.getByLabel("Handle").fill(bluesky.pds.handle)
    await dialog.getByLabel("App password").fill("not-the-password")
    await dialog.getByLabel("Server").fill(bluesky.url)
    await dialog.getByRole("button", { name: "Try it" }).click()
    await dialog.getByText("Invalid identifier or password").waitFor()
    await dialog.getByLabel("App password").fill(bluesky.pds.password)
    await dialog.getByRole("button", { name: "Try it" }).click()
    await dialog.getByText("It works: @lilas.example, up to 300 characters").waitFor()
    await dialog.getByLabel("Name").fill("Lilas")
    await dialog.getByLabel("Needs a second person").click()
    await lead.getByRole("option", { name: "Approval for every answer" }).click()
    assert.deepEqual(await amiss(lead), [])
    await dialog.getByRole("button", { name: "Save" }).click()
    await lead.getByText("Can speak").waitFor()
    assert.deepEqual(await amiss(lead), [])

    const lea = await sitDown(house, { name: "Lea Martin" })
    await lea.goto(`/listening/mentions/${items[0].id}`)
    await lea.getByRole("button", { name: "Answer in public" }).press("Enter")
    const text = lea.getByLabel("What everybody will read")
    await text.fill("We are sorry. Odile has it by tonight.")
    await lea.getByText("is a name from case").waitFor()
    assert.deepEqual(await amiss(lea), [])
    assert.ok(await lea.getByRole("button", { name: "Ask for approval" }).isDisabled())
    await text.fill("We are sorry, ms lang has it tonight.")
    await lea.getByText("Part of a name from the case, perhaps: lang.").waitFor()
    assert.deepEqual(await amiss(lea), [])
    assert.ok(await lea.getByRole("button", { name: "Ask for approval" }).isEnabled(), "nothing waits for it")
    await text.fill("We are sorry. It comes tonight.")
    await lea.getByText("269 of 300 left").waitFor()
    await lea.getByText("Why you answer").click()
    await lea.getByLabel("Why", { exact: true }).fill("She is right.")
    await lea.getByRole("button", { name: "Ask for approval" }).press("Enter")
    await lea.getByText("Waits for approval").waitFor()

    await lead.goto("/listening/answers")
    await lead.getByText("Lilas, where is my bouquet?").waitFor()
    assert.deepEqual(await amiss(lead), [])
    await lead.getByRole("button", { name: "Approve and send" }).press("Enter")
    await lead.getByText("No answer waits for approval.").waitFor()

    const there = lea.getByRole("article", { name: "Public answer: Stands there" })
    await there.getByRole("link", { name: "See it there" }).waitFor()
    assert.deepEqual(
      [...bluesky.pds.records.values()].map(({ value }) => value["text"]),
      ["We are sorry. It comes tonight."],
    )
    assert.deepEqual(await amiss(lea), [])
    await lea.goto(`/cases/${one.number}`)
    await lea.getByText("Answered in public").waitFor()
    await lea.goto(`/listening/mentions/${items[0].id}`)
    await there.getByRole("button", { name: "Withdraw" }).press("Enter")
    await lea.getByLabel("Why is it withdrawn?").fill("The wrong bouquet.")
    await lea.getByRole("button", { name: "Delete it there" }).press("Enter")
    await lea.getByRole("article", { name: "Public answer: Withdrawn" }).waitFor()
    assert.equal(bluesky.pds.records.size, 0)
    assert.deepEqual([...lea.complaints, ...lead.complaints], [])
  },
)

test(
  "an account for reviews asks for what its place needs; what stands under a review is shown before another takes its place",
  { skip: lackingChromium },
  async () => {
    const { settings, secret } = play.account
    const lead = await sitDown(house, { name: "Sofia Costa", role: "lead" })
    await lead.goto("/settings/social")
    await lead.getByText("Where Vigie can’t answer, and why").press("Enter")
    await lead.getByText("Since February 2026").waitFor()
    await lead.getByRole("button", { name: "Add an account" }).click()
    const dialog = lead.getByRole("dialog")
    await dialog.getByLabel("Network").click()
    await lead.getByRole("option", { name: "Reviews on Google Play" }).click()
    await dialog.getByText("none can be deleted from here").waitFor()
    await dialog.getByLabel("App", { exact: true }).fill("com.example.parcels")
    await dialog.getByLabel("Key file of a service account").fill("{}")
    await dialog.getByRole("button", { name: "Save" }).click()
    await dialog.getByText("This is no key file of a service account").waitFor()
    assert.deepEqual(await amiss(lead), [])
    await dialog.getByRole("button", { name: "Cancel" }).click()
    await must("/api/social-accounts", { kind: "google-play", settings, secret, name: "Parcels" })

    const url = "https://play.google.com/store/apps/details?id=com.example.parcels&reviewId=gp%3A1"
    const mentions = [{ key: "gp:1", url, text: "Where is it?", kind: "review", language: "en" }]
    const { items } = await must("/api/mentions", { source: "Reviews", mentions })
    await lead.goto(`/listening/mentions/${items[0].id}`)
    await lead.getByRole("button", { name: "Answer in public" }).press("Enter")
    await lead.getByText("One answer stands under a review.").waitFor()
    await lead.getByLabel("What everybody will read").fill("We are sorry.")
    await lead.getByText("337 of 350 left").waitFor()
    await lead.getByText("Once it stands there, it can’t be deleted from here.").waitFor()
    await lead.getByRole("button", { name: "Send" }).press("Enter")
    const there = lead.getByRole("article", { name: "Public answer: Stands there" })
    await there.waitFor()
    assert.equal(await there.getByRole("button", { name: "Withdraw" }).count(), 0)
    await lead.getByRole("button", { name: "Answer again" }).press("Enter")
    await lead.getByText("This takes the place of the answer that stands there now:").waitFor()
    await lead.getByLabel("What everybody will read").fill("It comes tonight.")
    assert.deepEqual(await amiss(lead), [])
    await lead.getByRole("button", { name: "Send" }).press("Enter")
    await lead.getByText("Another answer has taken its place there.").waitFor()
    assert.deepEqual(play.played.standing(), ["It comes tonight."])
    assert.deepEqual(lead.complaints, [])
  },
)
