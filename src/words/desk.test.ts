import assert from "node:assert/strict"
import { test } from "node:test"
import { readSources } from "../../test/house/source.ts"
import { wordsAmiss } from "../../test/house/words.ts"
import { desk as en } from "./en/desk.ts"
import { desk as fr } from "./fr/desk.ts"

test("the desk says the same in both languages, and says all of it somewhere", async () => {
  const wrong = wordsAmiss(await readSources(["web"]), en, fr)
  assert.deepEqual(wrong, [])
})
