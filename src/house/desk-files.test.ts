import assert from "node:assert/strict"
import { test } from "node:test"
import { brotliDecompressSync, gunzipSync } from "node:zlib"
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
