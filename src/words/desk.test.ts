import assert from "node:assert/strict"
import { test } from "node:test"
import { readSources } from "../../test/house/source.ts"
import { wordsAmiss } from "../../test/house/words.ts"
import { learnWhole, say } from "./desk.ts"
import { desk as en } from "./en/desk.ts"
import { desk as fr } from "./fr/desk.ts"

test("the desk says the same in both languages, and says all of it somewhere", async () => {
  const wrong = wordsAmiss(await readSources(["web"]), en, fr)
  assert.deepEqual(wrong, [])
})

test("a name in a script from the right doesn't turn the number beside it around", async () => {
  await learnWhole("en")
  assert.equal(say("en", "listen.story.loud", { name: "مريم", followers: 39_798 }), "\u2068مريم\u2069 (39,798)")
  assert.equal(say("en", "listen.story.loud", { name: "Marek", followers: 12 }), "Marek (12)")
})
