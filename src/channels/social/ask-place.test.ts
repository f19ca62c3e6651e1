import assert from "node:assert/strict"
import { test } from "node:test"
import { fixedClock } from "#platform"
import { type PlaceAnswer, troubleOf } from "./ask-place.ts"

const NOON = "2026-11-02T12:00:00Z"
const answer = (status: number, headers: Record<string, string> = {}): PlaceAnswer => ({
  status,
  body: null,
  headers: new Headers(headers),
})
const kindOf = (status: number, changes: boolean) => troubleOf({ clock: fixedClock(NOON) }, answer(status), changes).trouble.kind

test("what passes by itself is tried again; what may have been done is looked up first; the rest is a refusal", () => {
  for (const status of [429, 425]) assert.deepEqual([kindOf(status, false), kindOf(status, true)], ["deferred", "deferred"], String(status))
  for (const status of [408, 500, 502, 504])
    assert.deepEqual([kindOf(status, false), kindOf(status, true)], ["unreachable", "uncertain"], String(status))
  assert.deepEqual([kindOf(503, false), kindOf(503, true)], ["deferred", "uncertain"])
  for (const status of [400, 401, 403, 404, 410, 413, 422])
    assert.deepEqual([kindOf(status, false), kindOf(status, true)], ["refused", "refused"], String(status))
})

test("how long to wait is as the place asks, in seconds or by a date, a day at most", () => {
  const until = (status: number, headers: Record<string, string>) =>
    troubleOf({ clock: fixedClock(NOON) }, answer(status, headers), false).trouble.until?.toISOString()
  assert.equal(until(429, { "retry-after": "90" }), "2026-11-02T12:01:30.000Z")
  assert.equal(until(503, { "retry-after": "Mon, 02 Nov 2026 13:00:00 GMT" }), "2026-11-02T13:00:00.000Z")
  assert.equal(until(429, { "x-ratelimit-reset": "2036-01-01T00:00:00Z" }), "2026-11-03T12:00:00.000Z")
  assert.equal(until(429, {}), "2026-11-02T12:05:00.000Z")
})
