import assert from "node:assert/strict"
import { test } from "node:test"
import { allNamesIn } from "../evidence/names-in.ts"
import { told as mentions } from "../evidence/pairs.fixture.ts"
import { JUDGED } from "../tone/tone.fixture.ts"
import { findPrivate, type PrivateFacts } from "./find-private.ts"

const facts: PrivateFacts = {
  number: 1042,
  names: ["Sally Marsh", "Rose Achard"],
  references: ["GE-77120"],
  addresses: ["sally.marsh@post.example", "07700 900518"],
  common: new Set(["marsh"]),
  ours: ["care@lilas.example"],
  words: ["He has a closed fracture of the femur and is waiting for surgery. We live at 12 rue des Lilas, Poole."],
  open: ["Mountain: 1. Theo: 0. Flown out over the steppe like a parcel. Thank you Marsh family."],
}
const told = (text: string) => findPrivate(text, facts).flatMap(({ kind, text: found, soft }) => (soft ? [] : `${kind} ${found}`))
const maybe = (text: string) => findPrivate(text, facts).flatMap(({ text: found, soft }) => (soft ? found : []))

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

test("one word of a name in small letters may be one; one that is common besides isn't", () => {
  assert.deepEqual(maybe("bonjour achard, a rose for sally"), ["achard", "rose", "sally"])
  assert.deepEqual(maybe("a marsh, a mountain"), [])
  assert.deepEqual(maybe("Sally Marsh"), [], "what is sure is no maybe")
})

test("a number inside a quotation is told by itself: it takes more to release it", () => {
  const words = ["My order GE-77120 never came to us, call me at 07700 900518 please, this is case #1042 again."]
  const found = (text: string) => findPrivate(text, { ...facts, words }).map(({ kind }) => kind)
  assert.deepEqual(found("My order GE-77120 never came to us"), ["quote", "reference"])
  assert.deepEqual(found("call me at 07700 900518 please"), ["quote", "address"])
  assert.deepEqual(found("please, this is case #1042 again"), ["quote", "case-number"])
  assert.deepEqual(findPrivate("Sally never came to us today", { ...facts, words: ["Sally never came to us"] })[0]?.kind, "quote")
})

test("a reference is found however it is written, and a whole name in small letters", () => {
  assert.deepEqual(told("order #77120 is on its way"), ["reference 77120"])
  assert.deepEqual(told("order 77120, or GE\u201177120, or #GE-77120"), [
    "reference 77120",
    "reference GE\u201177120",
    "reference GE-77120",
  ])
  assert.deepEqual(told("order G E 77.1-20"), ["reference G E 77.1-20"])
  assert.deepEqual(told("sally marsh, or rose achard"), ["name sally", "name rose", "name achard"])
  assert.deepEqual(told("It was 77 120 50 in 2011, for 1 077 120 people; a rose for sally."), [])
  const parted = findPrivate("771 204, not 33 771 204 nor 1.771.204", { ...facts, references: ["771204"] })
  assert.deepEqual(
    parted.map(({ text }) => text),
    ["771 204"],
  )
})

test("addresses, streets, sums and codes that stand in the words of the case are found, however they are written", () => {
  const words = [
    "Write to maya.home@post.example or care@lilas.example, call 06 12 34 56 78, not your 0800 123 456.",
    "We live at Hauptstraße 12, Berlin, before that in der Langen Straße 7. I paid 249,90 € and 15 €; my PIN is 4821, the parcel code B7-42.",
    "On June 12 we ordered version 12 on page 12.",
  ]
  const found = (text: string) => findPrivate(text, { ...facts, words }).map(({ kind, text: piece }) => `${kind} ${piece}`)
  assert.deepEqual(found("Is it Maya.Home@post.example?"), ["address Maya.Home@post.example"])
  assert.deepEqual(found("We call +33612345678, or 0033 6 12 34 56 78"), ["address +33612345678", "address 0033 6 12 34 56 78"])
  assert.deepEqual(found("It went to Hauptstrasse 12, Berlin"), ["place Hauptstrasse 12"])
  assert.deepEqual(found("It went to Hauptstr. 12"), ["place Hauptstr. 12"])
  assert.deepEqual(found("It went to Lange Straße 7"), [])
  assert.deepEqual(found("zur Langen Straße 7"), ["place Langen Straße 7"])
  assert.deepEqual(found("You get EUR 5 and your 249.90 euros"), ["sum 249.90 euros"])
  assert.deepEqual(found("PIN 4821, parcel B742"), ["reference 4821", "reference B742"])
})

test("what belongs to everybody, is small or merely the same number is no private fact", () => {
  const words = [
    "I wrote to care@lilas.example and called 0800 123 456. I paid 15 €. My PIN is 4821. We met on June 12 at platform 9, page 12.",
  ]
  const found = (text: string) => findPrivate(text, { ...facts, words, open: ["They took 300 € from me"] })
  assert.deepEqual(found("Write to care@lilas.example or call 0800 123 456: delivery costs 15 €."), [])
  assert.deepEqual(found("4821 people were there on June 12, see page 12 and platform 9. Refund of 300 €."), [])
})

test("names of people are found in the words of a case with their title, their greeting, their particles or in capitals", () => {
  const rows: readonly [text: string, names: readonly string[]][] = [
    ["Bonjour Claire Roche, merci de votre appel.", ["Claire Roche"]],
    ["Voyez Monsieur Jean Dupont au guichet", ["Jean Dupont"]],
    ["Dear Sally Marsh,", ["Sally Marsh"]],
    ["Cordialement Claire ROCHE", ["Claire ROCHE"]],
    ["CLAIRE ROCHE", ["CLAIRE ROCHE"]],
    ["On m’a passé M. Dupont, puis Mme de Villepin et Mr. Hale", ["Dupont", "Villepin", "Hale"]],
    ["Hello Sally, ask Dr. Ndiaye", ["Sally", "Ndiaye"]],
    ["Anne-Marie Le Goff et Jean de La Porte, comme Jeanne d’Arc", ["Anne-Marie Le Goff", "Jean de La Porte", "Jeanne d’Arc"]],
    ["Theresa May’s phone, Ben Hartley and John F. Kennedy", ["Theresa May", "Ben Hartley", "John F. Kennedy"]],
    ["J’ai Claire Roche au téléphone", ["Claire Roche"]],
  ]
  for (const [text, names] of rows) assert.deepEqual(allNamesIn(text), names, text)
  const told = findPrivate("Madame Roche et DUPONT ont raison.", { ...facts, names: rows.flatMap(([text]) => allNamesIn(text)) })
  assert.deepEqual(
    told.map(({ text }) => text),
    ["Roche", "DUPONT"],
  )
})

test("what begins sentences, days, shouting and places of business are nobody's names", () => {
  for (const text of [
    "Le Colis DHL est perdu. Mon Colis Express aussi",
    "JE VEUX MON COLIS ! SERVICE CLIENT NUL",
    "Depuis Lundi Matin, Service Client fermé",
    "Dear Customer, Dear Sir, Bonjour Madame, Madame la Présidente",
    "Since February, on App Store and Google Play",
    "Aujourd’hui Rien. Merci La Poste",
  ])
    assert.deepEqual(allNamesIn(text), [], text)
  const ordinary = [...JUDGED.map(([, , , text]) => text), ...mentions.map(({ text }) => text)]
  const names = [...new Set(ordinary.flatMap(allNamesIn))]
  assert.deepEqual(
    names,
    ["Bravo Railo", "Maison Rousseau", "Goéland"],
    `of ${ordinary.length} things that customers said, none names a person`,
  )
})
