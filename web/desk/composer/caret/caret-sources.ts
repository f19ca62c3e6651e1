import type { CaretSource } from "./caret-source.ts"

/** Where each sign leads; fetched when it is first typed, so that opening a composer costs nothing of it. */
const SOURCES: Readonly<Record<CaretSource["sign"], () => Promise<CaretSource>>> = {
  "/": async () => (await import("./templates.ts")).templates,
  "@": async () => (await import("./people.ts")).people,
  ":": async () => (await import("./emoji.ts")).emoji,
  "[[": async () => (await import("../../knowledge/insert.ts")).articles,
}

const found = new Map<CaretSource["sign"], Promise<CaretSource>>()

export function caretSource(sign: CaretSource["sign"]): Promise<CaretSource> {
  let source = found.get(sign)
  if (!source) {
    source = SOURCES[sign]()
    found.set(sign, source)
    source.catch(() => found.delete(sign)) // a file that couldn't be fetched is tried again
  }
  return source
}
