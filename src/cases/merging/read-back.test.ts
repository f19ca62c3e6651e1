import assert from "node:assert/strict"
import { test } from "node:test"
import { camille, flowerShop } from "../../../test/support/flower-shop.ts"
import { readConversation } from "./read-back.ts"

test("of many messages in one moment, reading back misses none", async () => {
  const shop = await flowerShop()
  const { conversationId } = await shop.write(camille, "1")
  for (let n = 2; n <= 7; n++) await shop.reply(camille, conversationId, String(n))
  const read = await shop.db.transact((tx) => readConversation(tx, conversationId, 3))
  assert.equal(new Set(read.ids).size, 7, "pages of three cut through the moment")
  assert.equal(read.ids.length, 7)
})
