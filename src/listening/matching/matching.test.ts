import assert from "node:assert/strict"
import { test } from "node:test"
import { Matcher, parseQuery, placesOf, printQuery, type Query, type Text } from "#listening"
import { TRIPLES } from "./matching.fixture.ts"

function read(query: string): Query {
  const parsed = parseQuery(query)
  assert.ok(parsed.query, `${query}: ${JSON.stringify(parsed)}`)
  return parsed.query
}

const asText = (text: string | Text): Text => (typeof text === "string" ? { text } : text)

for (const [about, triples] of Object.entries(TRIPLES)) {
  test(`finds by ${about}`, () => {
    for (const [query, text, found] of triples) {
      const matcher = new Matcher()
      matcher.put("one", read(query))
      const said = `${query} ${found ? "finds" : "doesn’t find"} ${JSON.stringify(text)}`
      assert.deepEqual(matcher.match(asText(text)), found ? ["one"] : [], said)
      const plain = printQuery(read(query))
      matcher.put("one", read(plain))
      assert.deepEqual(matcher.matchBrute(asText(text)), found ? ["one"] : [], `${said}, written ${plain}`)
    }
  })
}

test("the table has more than two hundred lines, and all of them at once are as one by one", () => {
  const triples = Object.values(TRIPLES).flat()
  assert.ok(triples.length > 200)
  const matcher = new Matcher()
  for (const [n, [query]] of triples.entries()) matcher.put(String(n), read(query))
  for (const [n, [query, text, found]] of triples.entries()) {
    const names = matcher.match(asText(text))
    assert.equal(names.includes(String(n)), found, query)
    assert.deepEqual(names, matcher.matchBrute(asText(text)), `all queries on ${JSON.stringify(text)}`)
  }
})

test("a query changes and goes while texts come", () => {
  const matcher = new Matcher()
  matcher.put("acme", read("acme AND panne"))
  matcher.put("zenith", read("zenith OR followers:>10"))
  assert.deepEqual(matcher.match({ text: "Panne chez Acme", followers: 20 }), ["acme", "zenith"])
  matcher.put("acme", read("acme AND retard*"))
  assert.deepEqual(matcher.match({ text: "Panne chez Acme" }), [])
  assert.deepEqual(matcher.match({ text: "Retards chez Acme" }), ["acme"])
  assert.equal(matcher.size, 2)
  assert.equal(matcher.drop("acme"), true)
  assert.equal(matcher.drop("acme"), false)
  assert.deepEqual(matcher.match({ text: "Retards chez Acme et Zenith" }), ["zenith"])
})

test("what was found can be shown in the text as it is written", () => {
  const shown = (query: string, text: string, title?: string) => {
    const places = placesOf(read(query), { text, ...(title ? { title } : {}) })
    return [
      ...places.title.map(({ start, end }) => title?.slice(start, end)),
      ...places.text.map(({ start, end }) => text.slice(start, end)),
    ]
  }
  assert.deepEqual(shown('"l’entreprise" NEAR/5 (panne* OR bug) -zenith', "L'Entreprise, hélas : trois PANNES, un bug."), [
    "L'Entreprise",
    "PANNES",
    "bug",
  ])
  assert.deepEqual(shown("été (sncf OR #été 👍)", "#Été à la S.N.C.F. 👍🏽", "Un été"), ["été", "Été", "S.N.C.F", "👍🏽"])
  assert.deepEqual(shown('title:panne raw:"R&D" rating:>=0 OR acme', "R&D, acme", "Panne"), ["acme"])
  assert.deepEqual(shown('title:panne raw:"R&D"', "panne, R&D", "Panne"), ["Panne", "R&D"])
})
