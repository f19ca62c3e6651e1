import assert from "node:assert/strict"
import { test } from "node:test"
import { findPrivate, type PrivateFacts } from "./find-private.ts"

const facts: PrivateFacts = {
  number: 1042,
  names: ["Sally Marsh", "Rose Achard"],
  references: ["GE-77120"],
  addresses: ["sally.marsh@post.example", "07700 900518"],
  words: ["He has a closed fracture of the femur and is waiting for surgery. We live at 12 rue des Lilas, Poole."],
  open: ["Mountain: 1. Theo: 0. Flown out over the steppe like a parcel. Thank you Marsh family."],
}
const told = (text: string) => findPrivate(text, facts).map(({ kind, text: found }) => `${kind} ${found}`)

test("names, numbers, addresses, order references and quoted words of the case are found, each where it stands", () => {
  const text = "Dear Sally, order ge 77120 (case 1042) is known: call 07700900518 or Sally.Marsh@post.example, 12, rue des Lilas."
  assert.deepEqual(told(text), [
    "name Sally",
    "reference ge 77120",
    "case-number case 1042",
    "address 07700900518",
    "address Sally.Marsh@post.example",
    "place 12, rue des",
  ])
  for (const piece of findPrivate(text, facts)) assert.equal(text.slice(piece.start, piece.end), piece.text)
  assert.deepEqual(told("We hope that the closed fracture of the femur and all else heals."), ["quote closed fracture of the femur and"])
  assert.deepEqual(told("Nous espérons que SALLY va mieux."), ["name SALLY"])
})

test("what was said in the open may be said again, and common words are nobody's", () => {
  assert.deepEqual(told("Theo, the Marsh family, the mountain: what a parcel!"), [])
  assert.deepEqual(told("A rose is a rose. He is waiting."), [])
  assert.deepEqual(told("Rose, call us."), ["name Rose"])
  assert.deepEqual(told("Our 24 hours line answers on 0800 123 456, number 5."), [])
})
