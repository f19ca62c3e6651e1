import { parentPort } from "node:worker_threads"
import { drawPage } from "./draw-page.ts"

/** The thread in which PDFs from outside are drawn. */
parentPort?.on("message", ({ bytes, page }: { bytes: Uint8Array; page: number }) => {
  void drawPage(bytes, page)
    .catch(() => null) // broken beyond drawing
    .then((drawn) => parentPort?.postMessage(drawn, []))
})
