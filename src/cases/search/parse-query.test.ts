import assert from "node:assert/strict"
import { test } from "node:test"
import { Invalid } from "#platform"
import { LONGEST_QUERY, parseQuery } from "./parse-query.ts"

const word = (text: string, more = {}) => ({ text, phrase: false, not: false, typing: false, ...more })

test("words, phrases, what is left out, and operators are told apart", () => {
  assert.deepEqual(parseQuery('colis "toujours pas" -remboursement from:camille -tag:"très urgent" #1042 perd'), {
    words: [word("colis"), word("toujours pas", { phrase: true }), word("remboursement", { not: true }), word("perd", { typing: true })],
    operators: [
      { name: "from", value: "camille", not: false },
      { name: "tag", value: "très urgent", not: true },
      { name: "number", value: "1042", not: false },
    ],
    strange: [],
  })
})

test("operators are known in French too, with and without accents", () => {
  const names = (q: string) => parseQuery(q).operators.map(({ name }) => name)
  assert.deepEqual(names("de:a à:b statut:c étiquette:d responsable:e avec:f avant:g après:h numéro:9"), [
    "from",
    "to",
    "status",
    "tag",
    "owner",
    "has",
    "before",
    "after",
    "number",
  ])
})

test("an unknown operator is text, and named; an address, an hour and 'Re:' are simply text", () => {
  const query = parseQuery('colour:red https://shop.example/a 10:30 Re: "offen')
  assert.deepEqual(query.strange, ["colour"])
  assert.deepEqual(
    query.words.map(({ text }) => text),
    ["colour red", "https://shop.example/a", "10:30", "Re:", "offen"],
  )
  assert.deepEqual(query.operators, [])
})

test("odd input ends: lone signs, blanks, open quotes, nothing", () => {
  for (const q of ["", "   ", "-", '"', '""', "--", "from:", ":", '-"', "#", "#x", "\u0000", "a".repeat(LONGEST_QUERY)]) parseQuery(q)
  assert.equal(parseQuery("from:").operators.length, 0)
  assert.throws(() => parseQuery("a".repeat(LONGEST_QUERY + 1)), Invalid)
  assert.throws(() => parseQuery("a ".repeat(60)), Invalid)
})
