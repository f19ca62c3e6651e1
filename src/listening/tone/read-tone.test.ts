import assert from "node:assert/strict"
import { test } from "node:test"
import { readTone } from "./read-tone.ts"
import { JUDGED } from "./tone.fixture.ts"

const kindsOf = (text: string, language: string) =>
  [...new Set(readTone(text, language).signs.flatMap(({ kind }) => (kind === "positive" || kind === "negative" ? [] : [kind])))].toSorted()

test("most tones, and nearly all signs, are read as a person read them", () => {
  const wrong = JUDGED.filter(([language, tone, , text]) => readTone(text, language).tone !== tone)
  assert.ok(wrong.length <= JUDGED.length / 8, wrong.map(([, , , text]) => text).join("\n"))
  for (const [language, , signs, text] of JUDGED) assert.deepEqual(kindsOf(text, language), [...signs].toSorted(), text)
})

test("each sign is shown with the words that made it, as they are written", () => {
  const { signs } = readTone("J’ai DÉPOSÉ ce matin une plainte : le chargeur a pris feu !", "fr")
  assert.deepEqual(signs.slice(0, 2), [
    { kind: "danger", words: "pris feu" },
    { kind: "legal", words: "DÉPOSÉ ce matin une plainte" },
  ])
})

test("what is negated is turned, praise beside complaint is doubted", () => {
  assert.deepEqual(kindsOf("Aucun blessé, aucun danger", "fr"), [])
  assert.equal(readTone("The food was not good", "en").tone, "negative")
  const ironic = readTone("Merci Voltéa, toujours pas de connexion", "fr")
  assert.equal(ironic.tone, "negative")
  assert.deepEqual(ironic.doubts, ["irony"])
})

test("never surer than nine in ten, and humbler for each doubt", () => {
  const all = JUDGED.map(([language, , , text]) => readTone(text, language))
  assert.ok(all.every(({ sureness }) => sureness <= 0.9))
  assert.ok(readTone("Il paraît que c’est une arnaque", "fr").sureness < readTone("C’est une arnaque, des voleurs", "fr").sureness)
})

test("a language that can’t be read is said to be so", () => {
  assert.deepEqual(readTone("Schrecklicher Service", "de"), { tone: null, sureness: 0, doubts: ["language"], signs: [] })
  assert.equal(readTone("…", null).tone, null)
})

test("a long text of nothing but signs is read in no time", () => {
  const began = process.cpuUsage()
  readTone("porte ".repeat(5000) + "plainte ".repeat(5000), "fr")
  assert.ok(process.cpuUsage(began).user < 5_000_000)
})
