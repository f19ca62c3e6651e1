import { parentPort } from "node:worker_threads"
import { Matcher } from "./matcher.ts"
import type { MatcherAnswer, MatcherRequest } from "./matcher-protocol.ts"

/** The thread in which texts are matched, so that whoever serves people never waits for a million queries. */

if (!parentPort) throw new Error("matching.worker.ts runs as a worker thread")
const port = parentPort
const matcher = new Matcher()

port.on("message", (request: MatcherRequest) => {
  if (request.kind === "put") matcher.put(request.name, request.query)
  else if (request.kind === "drop") matcher.drop(request.name)
  else port.postMessage(request.texts.map((text) => matcher.match(text)) satisfies MatcherAnswer)
})
