import assert from "node:assert/strict"
import { test } from "node:test"
import { parseQuery, printQuery } from "#listening"
import { say } from "#words"

/** What is wrong, each with the piece of the query at which it is told. */
function wrong(query: string): string[] {
  const parsed = parseQuery(query)
  assert.equal(parsed.query, null, `${query} was read`)
  return parsed.problems.map(({ start, end, key }) => `${query.slice(start, end)} ${key.replace("listening.query.", "")}`)
}

test("what is wrong is told at its place", () => {
  const table: Readonly<Record<string, string[]>> = {
    "": [" empty"],
    "   ": ["    empty"],
    "(acme OR zenith": ["( unclosedBracket"],
    "acme OR zenith)": [") strayBracket"],
    "acme () zenith": ["() emptyBrackets"],
    'acme "service client': ['" unclosedQuote'],
    'acme ""': ['"" emptyQuote'],
    "acme OR": ["OR missingAfter"],
    "OR acme": ["OR missingBefore"],
    "acme AND OR zenith": ["OR missingBefore"],
    "acme NEAR/3": ["NEAR/3 missingAfter"],
    "NEAR/3 acme": ["NEAR/3 missingBefore"],
    NOT: ["NOT missingAfter"],
    "NOT acme": ["NOT acme onlyExcludes"],
    "-acme": ["-acme onlyExcludes"],
    "acme OR NOT zenith": ["NOT zenith onlyExcludes"],
    "acme OR (NOT a AND NOT b)": ["(NOT a AND NOT b) onlyExcludes"],
    "NOT (a AND NOT b)": ["NOT (a AND NOT b) onlyExcludes"],
    "acme NEAR/3 NOT zenith": ["NOT notInNear"],
    "acme NEAR/3 (a NOT b)": ["(a NOT b) andInNear"],
    "acme NEAR/3 (NOT b)": ["(NOT b) notInNear"],
    "acme NEAR/3 (a OR NOT b)": ["NOT b notInNear"],
    "acme NEAR/3 (a b)": ["(a b) andInNear"],
    "acme NEAR/3 lang:fr": ["lang:fr fieldInNear"],
    "acme NEAR/3 author:camille": ["author:camille fieldInNear"],
    "acme NEAR/1000 zenith": ["NEAR/1000 distance"],
    "acme NEAR/x zenith": ["NEAR/x distance"],
    '"acme zenith"~5': ["~5 tilde"],
    "acme !!!": ["!!! noWord"],
    "*": ["* everything"],
    "acme ??": ["?? everything"],
    '"* *"': ['"* *" everything'],
    "foo:acme": ["foo: unknownField"],
    "author: acme": ["author: noValue"],
    "author:": ["author: noValue"],
    "site:?": ["? noValue"],
    "title:)": ["title: noValue", ") strayBracket"],
    "rating:good": ["good notANumber"],
    "rating:3..1": ["3..1 emptyRange"],
    "country:>3": [">3 notComparable"],
    'raw:""': ['"" emptyQuote'],
  }
  for (const [query, expected] of Object.entries(table)) {
    assert.deepEqual(wrong(query), expected, query)
  }
})

test("several things are told at once, in order", () => {
  assert.deepEqual(wrong('acme OR foo:x AND (rating:good OR "'), [
    "foo: unknownField",
    "( unclosedBracket",
    "good notANumber",
    '" unclosedQuote',
  ])
})

test("each problem has its sentence in both languages, with nothing left open", () => {
  for (const query of [
    "",
    "(a",
    "a)",
    "()",
    '"a',
    '""',
    "a OR",
    "OR a",
    "NOT a",
    "a NEAR/3 NOT b",
    "a NEAR/3 (b c)",
    "a NEAR/3 lang:fr",
    "a NEAR/x b",
    '"a b"~3',
    "…",
    "*",
    "x:y",
    "site:?",
    "rating:x",
    "rating:2..1",
    "lang:<2",
    "a".repeat(100_001),
  ]) {
    const parsed = parseQuery(query)
    assert.equal(parsed.query, null, query)
    for (const { key, values } of parsed.problems)
      for (const language of ["en", "fr"] as const) {
        const sentence = say(language, key, values)
        assert.notEqual(sentence, key)
        assert.doesNotMatch(sentence, /\{\w+\}/)
      }
  }
})

test("words that look like operators are pointed out, and stay words", () => {
  const remarks = (query: string) => parseQuery(query)
  const found = remarks("sncf ET ratp or métro")
  assert.ok(found.query)
  assert.deepEqual(
    found.remarks.map(({ start, values }) => [start, values["word"], values["operator"]]),
    [
      [5, "ET", "AND"],
      [13, "or", "OR"],
    ],
  )
  const quoted = remarks('"ET" OR "or" OR et OR Star Wars: Andor')
  assert.deepEqual(quoted.query && quoted.remarks, [])
})

test("a query is written out in its plain form", () => {
  const table: Readonly<Record<string, string>> = {
    "Acmé l’Été": 'acme AND "l ete"',
    "a OR (b OR c) d": "a OR ((b OR c) AND d)",
    'a -b -"c d"': 'a AND NOT b AND NOT "c d"',
    "NOT NOT a": "a",
    "a NEAR b NEAR/3f c": "(a NEAR/10 b) ONEAR/3 c",
    "S.N.C.F. #Été @Acme C++ 3,5": "sncf AND #ete AND @acme AND c++ AND 3.5",
    'title:(a OR "b c") lang:FR': '(title:a OR title:"b c") AND lang:fr',
    "followers:>1,5k rating:..2 rating:1..3": "followers:>1500 AND rating:<=2 AND rating:1..3",
    'raw:(A OR "b \\" c")': 'raw:"A" OR raw:"b \\" c"',
    "https://www.acme.example/a": 'url:"acme example a"',
    'site:https://www.acme.example/a source:"App Store"': "site:acme.example AND source:app-store",
    "ac**me*": "ac*me*",
  }
  for (const [query, plain] of Object.entries(table)) {
    const parsed = parseQuery(query)
    assert.ok(parsed.query, query)
    assert.equal(printQuery(parsed.query), plain)
  }
})

test("long queries are welcome, and deep ones end in a sentence", () => {
  const names = Array.from({ length: 3000 }, (_, n) => `name${n}`)
  assert.ok(parseQuery(names.join(" OR ")).query)
  assert.ok(parseQuery(`acme NOT (${names.join(" OR ")})`).query)
  assert.ok(parseQuery(`${"(".repeat(99)}acme${")".repeat(99)}`).query)
  for (const query of ["(".repeat(50_000), `${"(".repeat(20_000)}a${")".repeat(20_000)}`, names.join(" NEAR/3 "), "title:(".repeat(10_000)])
    assert.ok(wrong(query).some((told) => told.endsWith("tooDeep") || told.endsWith("unclosedBracket")))
  for (const query of [
    "NOT ".repeat(20_001),
    "AND ".repeat(20_000),
    ") ".repeat(20_000),
    '"'.repeat(20_001),
    "a:".repeat(20_000),
    "-".repeat(20_000),
  ])
    assert.equal(parseQuery(query).query, null)
})
