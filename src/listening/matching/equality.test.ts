import assert from "node:assert/strict"
import { test } from "node:test"
import { Matcher, parseQuery, printQuery, type Query, type Text } from "#listening"
import { satisfies } from "./oracle.fixture.ts"
import { Draw, randomQuery, randomText } from "./random.fixture.ts"

interface Written {
  written: string
  query: Query
}

function queries(draw: Draw, count: number): Written[] {
  const made: Written[] = []
  while (made.length < count) {
    const written = randomQuery(draw)
    const { query } = parseQuery(written)
    if (query) made.push({ written, query })
  }
  return made
}

test("on a million pairs, while queries come and go, the answer is that of evaluating every query", () => {
  const draw = new Draw(20_261_122)
  const made = queries(draw, 3000)
  const matcher = new Matcher()
  let [pairs, hits] = [0, 0]
  while (pairs < 1_200_000) {
    for (let n = 0; n < 3; n++) {
      const which = draw.below(600)
      if (draw.below(4) === 0) matcher.drop(String(which))
      else matcher.put(String(which), made[draw.below(made.length)]!.query)
    }
    const text = randomText(draw)
    const found = matcher.match(text)
    assert.deepEqual(found, matcher.matchBrute(text), JSON.stringify(text))
    pairs += matcher.size
    hits += found.length
  }
  assert.ok(hits > pairs / 100, `only ${hits} of ${pairs} pairs matched`)
})

test("a query says the same to the matcher as in plain words, and after being written out", () => {
  const draw = new Draw(7)
  const made = queries(draw, 400)
  const texts: Text[] = Array.from({ length: 200 }, () => randomText(draw))
  const matcher = new Matcher()
  for (const [n, { query }] of made.entries()) matcher.put(String(n), query)
  for (const text of texts) {
    const expected = made.flatMap(({ query }, n) => (satisfies(query, text) ? [String(n)] : []))
    const found = matcher.match(text)
    for (const n of new Set([...expected, ...found]))
      assert.equal(found.includes(n), expected.includes(n), `${made[Number(n)]!.written} on ${JSON.stringify(text)}`)
  }
})

test("what is written out is read as the same query", () => {
  const places = /"(?:start|end)":\d+,?/g
  for (const { written, query } of queries(new Draw(3), 3000)) {
    const plain = printQuery(query)
    const again = parseQuery(plain).query
    assert.ok(again, `${written} was written ${plain}`)
    assert.equal(JSON.stringify(again).replace(places, ""), JSON.stringify(query).replace(places, ""), `${written} was written ${plain}`)
    assert.equal(printQuery(again), plain)
  }
})
