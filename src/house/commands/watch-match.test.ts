import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { after, test } from "node:test"

const CLI = new URL("../cli.ts", import.meta.url).pathname
const folder = await mkdtemp(join(tmpdir(), "vigie-match-"))
after(() => rm(folder, { recursive: true, force: true }))

interface Said {
  code: number | null
  out: string[]
  err: string
}

/** `watch match` over a file of queries of this content, with these lines on standard input. */
async function match(name: string, queries: string, lines: readonly string[], more: readonly string[] = []): Promise<Said> {
  const file = join(folder, name)
  await writeFile(file, queries)
  const args = ["--disable-warning=ExperimentalWarning", CLI, "watch", "match", "--queries", file, ...more]
  const child = spawn(process.execPath, args, { env: { PATH: process.env["PATH"], LANG: "C" }, stdio: "pipe" })
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve))
  child.stdin.end(lines.join("\n"))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { code, out: out.split("\n").filter(Boolean), err: err.replaceAll(folder, "…") }
}

const QUERIES = [
  { id: "outage", query: "(acme OR @acme) NEAR/4 (panne OR bug*)" },
  { id: 7, query: 'raw:"R&D" lang:fr' },
  { id: "angry", query: "rating:<=2 -site:old.example" },
]
const TEXTS = [
  { id: 1, text: "Encore une PANNE chez @Acme", lang: "fr", unknown: { is: "left alone" } },
  { id: "two", text: "Notre R&D", lang: "fr-CA", rating: "1", site: "new.example" },
  { id: "three", text: "", rating: 1, site: "www.old.example" },
]

test("each text is answered with its queries, as they are written in the file", async () => {
  const queries = QUERIES.map((query) => JSON.stringify(query)).join("\n")
  const lines = TEXTS.map((line) => JSON.stringify(line))
  const found = ['{"id":1,"queries":["outage"]}', '{"id":"two","queries":[7,"angry"]}', '{"id":"three","queries":[]}']
  assert.deepEqual(await match("queries.jsonl", queries, lines), { code: 0, out: found, err: "" })
  assert.deepEqual((await match("brute.csv", "id;query\noutage;acme NEAR/4 panne", lines, ["--brute"])).out[0], found[0])
})

test("what can't be read is told with its place, and the rest works", async () => {
  const queries = [
    '{"id":"a","query":"acme"}',
    '{"id":"b","query":"(acme OR"}',
    "",
    "what?",
    '{"id":"a","query":"x"}',
    '{"id":"c"}',
    '{"id":"d","query":"acme OU zenith"}',
  ].join("\n")
  const said = await match("bad.jsonl", queries, [
    '{"id":1,"text":"acme"}',
    "no",
    '{"id":2,"text":"acme","rating":"good"}',
    '{"text":"acme"}',
  ])
  assert.equal(said.code, 1)
  assert.deepEqual(said.out, ['{"id":1,"queries":["a"]}'])
  assert.deepEqual(said.err.split("\n").filter(Boolean), [
    "…/bad.jsonl, line 2, query b, character 1 (“(”): This bracket is never closed.",
    "…/bad.jsonl, line 2, query b, character 7 (“OR”): OR needs something after it.",
    '…/bad.jsonl, line 4: This isn’t a line of JSON like {"id":"acme","query":"acme AND refund"}.',
    "…/bad.jsonl, line 5: The id a was used already, on line 1. This query is left out.",
    "…/bad.jsonl, line 6: The query is missing: a text.",
    "…/bad.jsonl, line 7, query d, character 6 (“OU”): “OU” is looked for as a word. If you mean the operator, write OR.",
    '-, line 2: This isn’t a line of JSON like {"id":"1","text":"…"}.',
    "-, line 3: “rating” must be a number.",
    "-, line 4: The id is missing: a text or a number.",
    "4 queries can’t be read. Working: 2.",
    "3 texts couldn’t be read.",
  ])
})

test("a file that isn't there is said so", async () => {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", CLI, "watch", "match", "--queries", join(folder, "none")],
    {
      env: { PATH: process.env["PATH"], LANG: "C" },
    },
  )
  const [err, code] = await Promise.all([text(child.stderr), new Promise((resolve) => child.once("close", resolve))])
  assert.match(err, /no readable file/)
  assert.equal(code, 2)
})
