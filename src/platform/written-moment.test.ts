import assert from "node:assert/strict"
import { test } from "node:test"
import { type DateOrder, DateOrderProof, isAmbiguousMoment, writtenMoment } from "#platform"

const read = (text: string, order: DateOrder | null = null) => writtenMoment(text, order)?.toISOString() ?? null

test("a written moment is what everybody reads in it, wherever the server stands; what two people read as two days is none", () => {
  assert.deepEqual(
    ["2026-11-03", "2026-11-03 09:05", "2026-11-03T09:05:07+01:00", "25/11/2026 8:30", "11/25/2026", "03.11.2026", "05/05/2026"].map(
      (text) => read(text),
    ),
    [
      "2026-11-03T00:00:00.000Z",
      "2026-11-03T09:05:00.000Z",
      "2026-11-03T08:05:07.000Z",
      "2026-11-25T08:30:00.000Z",
      "2026-11-25T00:00:00.000Z",
      "2026-11-03T00:00:00.000Z",
      "2026-05-05T00:00:00.000Z",
    ],
  )
  assert.deepEqual(
    [read("03/11/2026"), read("03/11/2026", "day-first"), read("03/11/2026", "month-first")],
    [null, "2026-11-03T00:00:00.000Z", "2026-03-11T00:00:00.000Z"],
  )
  assert.deepEqual(
    ["31/04/2026", "2026-02-30", "13/13/2026", "hier", "2026-11-03 25:00"].map((text) => read(text)),
    [null, null, null, null, null],
  )
  assert.deepEqual(["03/11/2026", "31/04/2026", "05/05/2026", "hier"].map(isAmbiguousMoment), [true, false, false, false])
})

test("a column proves its order where some dates allow one alone and none the other", () => {
  const proven = (...texts: string[]) => {
    const proof = new DateOrderProof()
    for (const text of texts) proof.see(text)
    return proof.order
  }
  assert.deepEqual(
    [proven("03/11/2026", "25/11/2026"), proven("03/11/2026", "11/25/2026"), proven("25/11/2026", "11/25/2026"), proven("03/11/2026")],
    ["day-first", "month-first", null, null],
  )
})
