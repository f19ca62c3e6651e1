import { parentPort } from "node:worker_threads"
import { type FeedContext, readFeed } from "./read-feed.ts"

/** The thread in which large feeds are read. */
parentPort?.on("message", ({ bytes, context }: { bytes: Uint8Array; context: FeedContext }) => {
  parentPort?.postMessage(readFeed(bytes, context), [])
})
