import { parentPort } from "node:worker_threads"

/** The understanding thread, which certain words stop for ever. */
parentPort!.on("message", (request: unknown) => {
  if (JSON.stringify(request).includes("sans fin")) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
})
await import("./understanding.worker.ts")
