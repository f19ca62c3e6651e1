import { parentPort } from "node:worker_threads"
import { StoryGrouper } from "../stories/story-grouper.ts"
import { readTone } from "../tone/read-tone.ts"
import type { ToUnderstand, UnderstandingAnswer, UnderstandingRequest, Understood } from "./protocol.ts"

/** The thread in which what was heard is gathered into stories and its tone is read. */

if (!parentPort) throw new Error("understanding.worker.ts runs as a worker thread")
const port = parentPort
const grouper = new StoryGrouper()

port.on("message", (request: UnderstandingRequest) => {
  try {
    port.postMessage(answer(request))
  } catch (error) {
    port.postMessage({ kind: "failed", error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})

function answer(request: UnderstandingRequest): UnderstandingAnswer {
  if (request.kind === "learn") {
    for (const { item, story } of request.items) grouper.learn(item, story)
    return { kind: "learnt" }
  }
  if (request.kind === "apart") {
    for (const [a, b] of request.pairs) grouper.keepApart(a, b)
    return { kind: "learnt" }
  }
  return { kind: "understood", items: request.items.map(understand) }
}

function understand({ item, language, story }: ToUnderstand): Understood {
  const tone = readTone(item.title ? `${item.title}\n${item.text}` : item.text, language)
  if (story === null) return { placement: grouper.place(item), tone }
  grouper.learn(item, story)
  return { placement: null, tone }
}
