import assert from "node:assert/strict"
import { after, test } from "node:test"
import { setTimeout } from "node:timers/promises"
import { bombs } from "./bombs.fixture.ts"
import { ReadingPool } from "./reading-pool.ts"

const ordinary = Buffer.from(
  "From: Ann <ann@example.com>\nSubject: Hello\nMessage-ID: <1@example.com>\nDate: Tue, 7 Apr 2026 10:00:00 +0000\n\nWhere is my parcel?\n",
)
const pool = new ReadingPool({ workers: 2 })
after(() => pool.close())

for (const [name, raw] of bombs()) {
  test(`the bomb "${name}" costs less than five seconds, and the mail beside it nothing`, async () => {
    const started = performance.now()
    const bomb = pool.read(raw)
    const other = await pool.read(ordinary)
    const otherTook = performance.now() - started
    const mail = await bomb
    const took = performance.now() - started
    assert.equal(other.newText, "Where is my parcel?")
    assert.ok(otherTook < 1_500, `the other mail took ${otherTook.toFixed(0)} ms`)
    assert.ok(took < 5_000, `took ${took.toFixed(0)} ms`)
    assert.ok(!mail.warnings.includes("unreadable.timeout"), "it was read or refused, not cut off")
  })
}

test("a mail that takes too long costs its thread; what its header says is kept, and the next mail is read", async () => {
  const small = new ReadingPool({ workers: 1, timeoutMs: 200 })
  try {
    const head = "From: Ann <ann@example.com>\nSubject: Slow\nMessage-ID: <2@example.com>\nContent-Type: text/plain; charset=utf-7\n\n"
    const long = Buffer.from(head + "+AGE-".repeat(8_000_000))
    const [slow, next] = await Promise.all([small.read(long), small.read(ordinary)])
    assert.ok(slow.warnings.includes("unreadable.timeout"), slow.warnings.join())
    assert.deepEqual([slow.messageId, slow.subject, slow.from?.address, slow.text], ["<2@example.com>", "Slow", "ann@example.com", ""])
    assert.equal(next.newText, "Where is my parcel?")
  } finally {
    await small.close()
  }
})

test("what would fill the memory of a thread is cut, and kept as a file", async () => {
  const lines = await pool.read(Buffer.from(`Subject: Large\n\n${"a b c\n".repeat(4_000_000)}`))
  assert.ok(lines.warnings.includes("text.cut"), lines.warnings.join())
  assert.ok(lines.text.startsWith("a b c\na b c"))
  assert.deepEqual(
    lines.attachments.map(({ type, size }) => ({ type, size })),
    [{ type: "text/plain", size: 24_000_000 }],
  )
})

test("threads end when there is nothing to read, and begin again", async () => {
  const idle = new ReadingPool({ workers: 1, idleMs: 30 })
  try {
    assert.equal(idle.size, 0)
    await idle.read(ordinary)
    assert.equal(idle.size, 1)
    for (let waited = 0; idle.size && waited < 5_000; waited += 20) await setTimeout(20)
    assert.equal(idle.size, 0)
    assert.equal((await idle.read(ordinary)).subject, "Hello")
  } finally {
    await idle.close()
  }
})

test("many mails at once are all read, by few threads", async () => {
  const mails = await Promise.all(Array.from({ length: 200 }, (_, n) => pool.read(Buffer.from(`Subject: ${n}\n\n${n}`))))
  assert.deepEqual(
    mails.map((mail) => mail.text),
    Array.from({ length: 200 }, (_, n) => String(n)),
  )
  assert.ok(pool.size <= 2)
})

test("warmed, its threads are there before the first mail; warming again starts no more", async () => {
  const cold = new ReadingPool({ workers: 2 })
  try {
    await cold.warm()
    assert.equal(cold.size, 2)
    await cold.warm()
    assert.equal(cold.size, 2)
    assert.equal((await cold.read(ordinary)).newText, "Where is my parcel?")
  } finally {
    await cold.close()
  }
})
