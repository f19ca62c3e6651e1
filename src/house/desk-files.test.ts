import assert from "node:assert/strict"
import { mkdir, rm, writeFile } from "node:fs/promises"
import { test } from "node:test"
import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { installation } from "#platform"
import { deskFile } from "./desk-files.ts"

const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync } as const

test("a file of the desk comes packed as the browser can unpack it, and plain to one that can't", async () => {
  const plain = await (await deskFile("/")).text()
  const [script] = /\/assets\/[\w-]+\.js/.exec(plain)!
  const whole = await (await deskFile(script)).text()
  for (const [encoding, unpack] of Object.entries(UNPACK)) {
    const answer = await deskFile(script, `${encoding}, *;q=0`)
    assert.equal(answer.headers.get("content-encoding"), encoding)
    assert.equal(answer.headers.get("vary"), "accept-encoding")
    const packed = Buffer.from(await answer.arrayBuffer())
    assert.ok(packed.length < whole.length / 2, `${encoding}: ${packed.length} of ${whole.length} bytes`)
    assert.equal(unpack(packed).toString(), whole)
  }
  assert.equal((await deskFile(script, "identity")).headers.get("content-encoding"), null)
})

test("a part of the desk that was replaced is still given to a desk that was opened before", async (t) => {
  const place = new URL("dist/desk/before/part-0fBefore1.js", installation)
  await mkdir(new URL(".", place), { recursive: true })
  await writeFile(place, "export {}")
  t.after(() => rm(place))
  const part = await deskFile("/assets/part-0fBefore1.js")
  assert.equal(await part.text(), "export {}")
  assert.match(part.headers.get("cache-control")!, /immutable/)
  assert.equal((await deskFile("/assets/part-0fNowhere.js")).status, 404)
})
