import { parentPort } from "node:worker_threads"
import { StoryGrouper } from "../stories/story-grouper.ts"
import { readTone } from "../tone/read-tone.ts"
import { type LanguageDetector, openDetector } from "./detect-language.ts"
import type { ToUnderstand, UnderstandingAnswer, UnderstandingRequest, Understood } from "./protocol.ts"

/** The thread in which what was heard is gathered into stories and its tone and language are read. */

if (!parentPort) throw new Error("understanding.worker.ts runs as a worker thread")
const port = parentPort
const grouper = new StoryGrouper()
let detector: Promise<LanguageDetector> | null = null
let before: Promise<unknown> = Promise.resolve()

port.on("message", (request: UnderstandingRequest) => {
  before = before.then(async () => port.postMessage(await answer(request).catch(failed)))
})

async function answer(request: UnderstandingRequest): Promise<UnderstandingAnswer> {
  if (request.kind === "learn") {
    for (const { item, story } of request.items) grouper.learn(item, story)
    return { kind: "learnt" }
  }
  if (request.kind === "apart") {
    for (const [a, b] of request.pairs) grouper.keepApart(a, b)
    return { kind: "learnt" }
  }
  if (request.kind === "languages") {
    const detect = await (detector ??= openDetector())
    return { kind: "languages", languages: request.texts.map((text) => detect(text)) }
  }
  const items: Understood[] = []
  for (const one of request.items) items.push(await understand(one))
  return { kind: "understood", items }
}

async function understand({ item, language, story }: ToUnderstand): Promise<Understood> {
  const text = item.title ? `${item.title}\n${item.text}` : item.text
  const known = language ?? (await (detector ??= openDetector()))(text)
  const tone = readTone(text, known)
  if (story === null) return { placement: grouper.place(item), language: known, tone }
  grouper.learn(item, story)
  return { placement: null, language: known, tone }
}

const failed = (error: unknown): UnderstandingAnswer => ({
  kind: "failed",
  error: error instanceof Error ? (error.stack ?? error.message) : String(error),
})
