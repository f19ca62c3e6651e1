import assert from "node:assert/strict"
import { test } from "node:test"
import type { Worker } from "node:worker_threads"
import { Aside } from "./aside.ts"

/** Answers with its number; with `dies` it breaks right after its answer, when nobody listens to it any more. */
const script = `
  import { parentPort, threadId } from "node:worker_threads"
  parentPort.on("message", ({ dies }) => {
    parentPort.postMessage(threadId)
    if (dies) setImmediate(() => { throw new Error("late") })
  })`
const entry = new URL(`data:text/javascript,${encodeURIComponent(script)}`)

test("a thread that breaks after its answer was taken ends neither the program nor the previews that follow", async () => {
  const aside = new Aside<{ dies: boolean }, number>(entry, { time: 20_000, megabytes: 2000 })
  const started = Promise.withResolvers<Worker>()
  process.once("worker", started.resolve)
  const first = await aside.ask({ dies: true })
  const thread = await started.promise
  await new Promise((gone) => {
    thread.ref()
    thread.once("exit", gone)
  })
  assert.ok(first)
  const second = await aside.ask({ dies: false })
  assert.ok(second && second !== first, "another thread answers")
})

test("a thread that can't be started costs the one who asked, not those who ask after", async () => {
  let starts = 0
  const limits = {
    time: 20_000,
    get megabytes() {
      if (starts++ === 0) throw new Error("no thread to be had")
      return 2000
    },
  }
  const aside = new Aside<{ dies: boolean }, number>(entry, limits)
  await assert.rejects(aside.ask({ dies: false }), /no thread/)
  assert.ok(await aside.ask({ dies: false }))
})
