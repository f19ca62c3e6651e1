import assert from "node:assert/strict"
import { test } from "node:test"
import { pictureType } from "../picture-type.ts"
import { pdf } from "./pdf.fixture.ts"
import { pdfThread } from "./pdf-thread.ts"

const thread = pdfThread()

const size = async (bytes: Buffer, page = 1): Promise<string | null> => {
  const drawn = await thread.ask({ bytes, page })
  const found = drawn?.picture ? pictureType(Buffer.from(drawn.picture)) : null
  return found && `${found.type} ${found.width}×${found.height} of ${drawn?.pages}`
}

test("pages of a PDF are drawn, the first ten, as large as a screen needs", async () => {
  assert.equal(await size(pdf(12), 2), "image/png 1200×1698 of 12")
  assert.equal(await size(pdf(12), 11), null, "only the first")
  assert.equal(await size(pdf(1), 2), null, "there is none")
  assert.equal(await size(pdf(1, [1400, 140])), "image/png 1200×120 of 1")
})

test("what is broken or costs too much is no preview, and the next one is drawn", async () => {
  assert.equal(await size(Buffer.from("%PDF-1.7 and nothing more")), null)
  assert.equal(await size(Buffer.from("PK")), null)
  const endless = pdf(1, [595, 842], "0 0 0 RG 0 0 m 595 842 l S\n".repeat(400_000))
  await size(endless) // drawn or given up, in ten seconds at most
  const whole = pdf(1)
  for (let at = 0; at < whole.length; at += 31) {
    const harmed = Buffer.from(whole)
    harmed[at] = 0xff
    await size(harmed)
  }
  assert.equal(await size(whole), "image/png 1200×1698 of 1")
})
