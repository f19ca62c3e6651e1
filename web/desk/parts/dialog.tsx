import { latePart } from "./late-part.tsx"

/** Something to settle before going on. Escape and the cross leave without doing anything. */
export const Dialog = latePart(async () => (await import("./dialog-frame.tsx")).DialogFrame, { over: true })
