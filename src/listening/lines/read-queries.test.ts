import assert from "node:assert/strict"
import { test } from "node:test"
import { printQuery, readQueries } from "#listening"

const QUERIES = [
  { id: "outage", query: '"service client" NEAR/4 panne' },
  { id: 7, query: 'raw:"R&D"' },
]

const read = (file: string) => {
  const { queries, problems } = readQueries(file)
  return {
    queries: queries.map(({ id, query, line }) => [line, id, printQuery(query)]),
    problems: problems.map(({ line, key }) => [line, key]),
  }
}

test("queries are read from lines of JSON, an array, or CSV as spreadsheets write it", () => {
  const queries = [
    [1, "outage", '"service client" NEAR/4 panne'],
    [2, 7, 'raw:"R&D"'],
  ]
  assert.deepEqual(read(QUERIES.map((query) => JSON.stringify(query)).join("\n")), { queries, problems: [] })
  assert.deepEqual(read(`\ufeff${QUERIES.map((query) => JSON.stringify(query)).join("\r\n\r\n")}\r\n`).queries[1], [3, 7, 'raw:"R&D"'])
  assert.deepEqual(read(JSON.stringify(QUERIES, null, 2)), { queries, problems: [] })
  const csv = 'Id;Name;Query\r\noutage;x;"""service client""\nNEAR/4 panne"\r\n\r\n7;y;"raw:""R&D"""\r\n'
  assert.deepEqual(read(csv).queries, [
    [2, "outage", '"service client" NEAR/4 panne'],
    [5, "7", 'raw:"R&D"'],
  ])
  assert.deepEqual(read("id,query\n1,a\n2,b OR c").queries, [
    [2, "1", "a"],
    [3, "2", "b OR c"],
  ])
})

test("each line that can't be read is named", () => {
  assert.deepEqual(read('id,query\n,acme\nb,"acme').problems, [
    [2, "listening.file.noId"],
    [3, "listening.file.unclosedQuote"],
  ])
  assert.deepEqual(read("name,query\nb,acme").problems, [[1, "listening.file.columns"]])
  assert.deepEqual(read('[{"id":"a"').problems, [[1, "listening.file.json"]])
  assert.deepEqual(read('{"id":"a","query":"x"}\n[]\n{"id":{},"query":"x"}').problems, [
    [2, "listening.file.json"],
    [3, "listening.file.noId"],
  ])
  assert.deepEqual(read(""), { queries: [], problems: [] })
  assert.equal(readQueries("id,query\n1,a et b ET c").remarks.length, 1)
})
