import assert from "node:assert/strict"
import { test } from "node:test"
import { languageIn } from "./language-in.ts"

test("a language that was kept as a source wrote it is shown by its name, or as it was told", () => {
  assert.deepEqual(
    ["fr", "en_US", "fr,en", "x", "??", "1A", ""].map((tag) => languageIn("fr", tag)),
    ["français", "anglais américain", "fr,en", "x", "??", "1A", ""],
  )
})
