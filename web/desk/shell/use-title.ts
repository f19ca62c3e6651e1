import { useEffect } from "react"
import { afterPaint } from "../parts/after-paint.ts"

const parts: { case: string; list: string } = { case: "", list: "" }

/** The window's title: the open case, else the list. */
export function useTitle(part: keyof typeof parts, words: string): void {
  useEffect(() => {
    parts[part] = words
    showSoon()
    return () => {
      parts[part] = ""
      showSoon()
    }
  }, [part, words])
}

let forget = (): void => {}

/** Writing it takes as long as a screenful of rows: once, and after what is to be read. */
function showSoon(): void {
  forget()
  forget = afterPaint(() => {
    document.title = [parts.case || parts.list, "Vigie"].filter(Boolean).join(" · ")
  })
}
