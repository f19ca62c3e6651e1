import assert from "node:assert/strict"
import { test } from "node:test"
import { canonicalAddress, headlineOfAddress, isOfOneThing } from "./address.ts"

test("an address is written one way", () => {
  const page = "gazette.example/conso/belami-rappelle-48213.html"
  for (const form of [
    "https://www.gazette.example/conso/belami-rappelle-48213.html",
    "http://amp.gazette.example/amp/conso/belami-rappelle-48213.html?amp=1",
    "https://m.gazette.example:443//conso/belami-rappelle-48213.html/?utm_medium=x&fbclid=y#z",
  ])
    assert.equal(canonicalAddress(form), page)
  assert.equal(canonicalAddress("https://forum.example/t?b=2&a=1"), "forum.example/t?a=1&b=2")
  for (const none of ["mailto:a@b.example", "javascript:1", "nothing", "http://localhost/x", "http://%"])
    assert.equal(canonicalAddress(none), null)
})

test("an address of one thing ends in its words or its number", () => {
  for (const one of [
    "x.example/a/belami-rappelle-ses-poussettes",
    "x.example/status/1234567",
    "x.example/watch?v=abcd1234",
    "x.example/p/3kq7abcdefg2h",
  ])
    assert.ok(isOfOneThing(one), one)
  for (const many of ["x.example", "x.example/contact", "x.example/service-client", "x.example/aide?sujet=1"])
    assert.ok(!isOfOneThing(many), many)
})

test("an address that is made from a headline says it", () => {
  assert.equal(headlineOfAddress("https://x.example/economie/acme-licencie-300-salaries-12345678.html"), "acme licencie 300 salaries")
  assert.equal(headlineOfAddress("https://x.example/2026/11/caf%C3%A9-ferm%C3%A9-pour-travaux/"), "café fermé pour travaux")
  for (const none of ["https://x.example/contact", "https://x.example/2026-11-22-10-30", "not an address"])
    assert.equal(headlineOfAddress(none), null)
})
