import type { Language } from "#words"
import { Aside } from "../aside.ts"
import type { FirstLines } from "../first-lines.ts"

const entry = new URL("office.worker.ts", import.meta.url)

/** A thread in which documents are unpacked; null for what is none. */
export const officeThread = (): Aside<{ bytes: Uint8Array; language: Language }, FirstLines> =>
  new Aside(entry, { time: 5000, megabytes: 256 })
