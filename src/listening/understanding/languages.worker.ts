import { parentPort } from "node:worker_threads"
import { openDetector } from "./detect-language.ts"

/** The thread in which languages are told from texts. */

if (!parentPort) throw new Error("languages.worker.ts runs as a worker thread")
const port = parentPort
const detector = openDetector()

port.on("message", (texts: readonly string[]) => {
  // Where the detector can't be loaded the thread ends, and whoever asked is told.
  void detector.then((detect) => port.postMessage(texts.map(detect)))
})
