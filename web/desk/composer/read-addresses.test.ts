import assert from "node:assert/strict"
import { test } from "node:test"
import { readAddresses, writeAddresses } from "./read-addresses.ts"

const told = (typed: string): string[] => readAddresses(typed).map(({ name, address }) => (name ? `${name} | ${address}` : address))

test("addresses are read as people paste them", () => {
  assert.deepEqual(told("Léa Moreau <lea@x.example>"), ["Léa Moreau | lea@x.example"])
  assert.deepEqual(told("\"Moreau, Léa\" <lea@x.example>, 'Paul' <paul@x.example>"), [
    "Moreau, Léa | lea@x.example",
    "Paul | paul@x.example",
  ])
  assert.deepEqual(told("Moreau, Léa <lea@x.example>; Roux, Paul <paul@x.example>;"), [
    "Moreau, Léa | lea@x.example",
    "Roux, Paul | paul@x.example",
  ])
  assert.deepEqual(told("lea@x.example\r\nPaul Roux <paul@x.example>\nAna\tana@x.example"), [
    "lea@x.example",
    "Paul Roux | paul@x.example",
    "Ana | ana@x.example",
  ])
  assert.deepEqual(told("lea@x.example paul@x.example，ana@x.example"), ["lea@x.example", "paul@x.example", "ana@x.example"])
  assert.deepEqual(told("Léa <lea@x.example> Paul <paul@x.example>"), ["Léa | lea@x.example", "Paul | paul@x.example"])
  assert.deepEqual(told("<lea@x.example>, mailto:paul@x.example, ana@x.example (Ana, of Lilas)"), [
    "lea@x.example",
    "paul@x.example",
    "Ana, of Lilas | ana@x.example",
  ])
  assert.deepEqual(told('"lea@x.example" <lea@x.example>, LEA@x.example'), ["lea@x.example"], "once, and a name says more than an address")
  assert.deepEqual(told('"claire b"@x.example, "Say \\"Bo\\"" <bo@x.example>'), ['"claire b"@x.example', 'Say "Bo" | bo@x.example'])
  assert.deepEqual(told("\u200Blea@x.example\uFEFF, Siân O'Brien <sian@x.example>"), ["lea@x.example", "Siân O'Brien | sian@x.example"])
})

test("what is no address stays one of its own, so that it is refused by its words", () => {
  assert.deepEqual(told("lea, paul@x.example"), ["lea", "paul@x.example"])
  assert.deepEqual(told("lea; Paul <paul@x.example>"), ["lea", "Paul | paul@x.example"])
  assert.deepEqual(told("lea@x.example and the others"), ["lea@x.example", "and the others"])
  assert.deepEqual(told('"Léa <lea@x.example'), ['"Léa | lea@x.example'], "as it stands while it is typed")
  assert.deepEqual(told(" ,; \n"), [])
})

test("what was read is written so that it is read the same", () => {
  for (const typed of ['"Moreau, Léa" <lea@x.example>, bo@x.example', '"Say \\"Bo\\"" <bo@x.example>', "Siân O'Brien <sian@x.example>"])
    assert.equal(writeAddresses(readAddresses(typed)), typed)
  const long = `${'"a '.repeat(2000)}<${"(".repeat(2000)}`
  const began = process.cpuUsage()
  readAddresses(long)
  assert.ok(process.cpuUsage(began).user < 300_000, "hostile input costs no more than its length")
})
