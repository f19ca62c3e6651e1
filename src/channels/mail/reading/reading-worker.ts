import { parentPort } from "node:worker_threads"
import { UnreadableMail } from "./mime/limits.ts"
import { readMail } from "./read-mail.ts"
import type { ReadRequest, WorkerMessage } from "./reading-protocol.ts"

/** The thread in which mails are read: whatever one does to its reader, it does it here, and the pool can end it. */

if (!parentPort) throw new Error("reading-worker.ts runs as a worker thread")
const port = parentPort

port.on("message", (request: ReadRequest) => void answer(request))
tell({ kind: "ready" })

async function answer({ raw, options }: ReadRequest): Promise<void> {
  try {
    const mail = await readMail(Buffer.from(raw), options)
    tell({ kind: "read", mail }, [...new Set(mail.attachments.map((file) => file.content.buffer))])
  } catch (error) {
    tell({ kind: "unreadable", reason: error instanceof UnreadableMail ? error.reason : "crashed" })
  }
}

function tell(message: WorkerMessage, moved: ArrayBuffer[] = []): void {
  port.postMessage(message, moved)
}
