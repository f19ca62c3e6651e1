import { useEffect } from "react"

const parts: { case: string; list: string } = { case: "", list: "" }

/** The window's title: the open case, else the list. */
export function useTitle(part: keyof typeof parts, words: string): void {
  useEffect(() => {
    parts[part] = words
    show()
    return () => {
      parts[part] = ""
      show()
    }
  }, [part, words])
}

function show(): void {
  document.title = [parts.case || parts.list, "Vigie"].filter(Boolean).join(" · ")
}
