import assert from "node:assert/strict"
import { test } from "node:test"
import { normaliseEmail, phonesIn } from "#contacts"
import { organisationDomain } from "./freemail.ts"
import { nameKey } from "./name.ts"
import { normalisePhone } from "./normalise-phone.ts"

test("a number that is clearly international is kept as E.164, any other by its digits", () => {
  const read: [string, string | null][] = [
    ["+33 (0)6 12 34 56 78", "+33612345678"],
    ["0033 6.12.34.56.78", "+33612345678"],
    ["tel:+1-709-555-0123", "+17095550123"],
    ["＋３３ ６ １２ ３４ ５６ ７８", "+33612345678"],
    ["+33 1 99 00 12 34 poste 12", "+33199001234;ext=12"],
    ["06 12 34 56 78", "0612345678"],
    ["3615", "3615"],
    ["+33", null],
    ["+0 12 34 56 78", null],
    ["+1234567890123456", null],
    ["12", null],
    ["0612345678 Camille", null],
    ["", null],
  ]
  for (const [text, normal] of read) assert.equal(normalisePhone(text), normal, text)
})

test("an address is one address, in lower case, its domain in ASCII", () => {
  const read: [string, string | null][] = [
    ["Camille.Rousseau@Quai.Example", "camille.rousseau@quai.example"],
    ["ines@CAFÉ.example.", "ines@xn--caf-dma.example"],
    ["été@quai.example", "été@quai.example"],
    ['"camille@home"@quai.example', '"camille@home"@quai.example'],
    ["camille@[192.0.2.1]", "camille@[192.0.2.1]"],
    ["@quai.example", null],
    ["camille@", null],
    ["camille@qu ai.example", null],
    ["camille@a.example, ines@b.example", null],
    ["<camille@a.example>", null],
    ["camille@a..example", null],
  ]
  for (const [text, normal] of read) assert.equal(normaliseEmail(text), normal, text)
})

test("names are compared without accents, titles, initials and order; one word tells nobody apart", () => {
  const same = ["Camille Lefèvre", "LEFEVRE Camille", "Mme Camille LEFÈVRE", "Camille J. Lefevre (Fleurs du Quai)", "camille lefe\u0300vre"]
  assert.equal(new Set(same.map(nameKey)).size, 1)
  for (const name of ["", "Camille", "C. Lefèvre", "M. Lefèvre", "Support", "42"]) assert.equal(nameKey(name), null, name)
  assert.notEqual(nameKey("Camille Lefèvre"), nameKey("Camille Lefort"))
})

test("a domain says something of two people only where an organisation is", () => {
  assert.equal(organisationDomain("mail.quai.example"), "quai.example")
  assert.equal(organisationDomain("care.shop.co.uk"), "shop.co.uk")
  for (const domain of ["gmail.com", "orange.fr", "yahoo.co.uk", "hotmail.fr", "gmx.net", "t-online.de"])
    assert.equal(organisationDomain(domain), null, domain)
})

test("numbers are found in a signature, dates and order numbers are not", () => {
  const signature =
    "Amadou Diallo\nLaine & Fils, 75011 Paris\nTél. : 01 99 00 12 34 · Mob. +33 (0)6 39 98 12 34\nLe 12/11/2026, commande 4500012345"
  assert.deepEqual(phonesIn(signature), ["01 99 00 12 34", "+33 (0)6 39 98 12 34"])
})
