import { parentPort } from "node:worker_threads"
import { officeLines } from "./office-lines.ts"

/** The thread in which documents from outside are unpacked. */
parentPort?.on("message", ({ bytes }: { bytes: Uint8Array }) => parentPort?.postMessage(officeLines(Buffer.from(bytes)), []))
