import assert from "node:assert/strict"
import { test } from "node:test"
import { areKeys } from "./browser-keys.ts"
import { encryptFor } from "./encrypt.ts"

const of = (text: string): Buffer => Buffer.from(text, "base64url")

test("the example of RFC 8291, appendix A, comes out byte for byte", () => {
  const browser = {
    p256dh: of("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
    auth: of("BTBZMqHH6r4Tts7J_aSIgg"),
  }
  const by = { salt: of("DGv6ra1nlYgDCS1FRnbzlw"), key: of("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw") }
  assert.equal(
    encryptFor(browser, "When I grow up, I want to be a watermelon", by).toString("base64url"),
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
  )
})

test("what can't be a browser's keys is told", () => {
  const auth = Buffer.alloc(16)
  assert.equal(areKeys({ p256dh: Buffer.alloc(65, 4), auth }), false, "not on the curve")
  assert.equal(areKeys({ p256dh: Buffer.alloc(3), auth }), false)
})
