import { parentPort } from "node:worker_threads"
import type { Language } from "#words"
import { officeLines } from "./office-lines.ts"

/** The thread in which documents from outside are unpacked. */
parentPort?.on("message", ({ bytes, language }: { bytes: Uint8Array; language: Language }) =>
  parentPort?.postMessage(officeLines(Buffer.from(bytes), language), []),
)
