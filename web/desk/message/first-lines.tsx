import type { DeskLanguage } from "#words/desk"
import { useQuery } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import { get } from "../api/request.ts"
import type { Message } from "../api/types.ts"
import { language } from "../words/language.ts"
import { type MessageFile, pathOf } from "./file-kind.ts"

export interface Lines {
  kind: "text" | "table"
  rows: string[][]
  more: boolean
}

/** In the reader’s language: dates of a sheet are written in it. */
export const linesQuery = (message: Message, file: MessageFile, speaks: DeskLanguage) => ({
  queryKey: ["lines", file.id, speaks],
  queryFn: ({ signal }: { signal: AbortSignal }) => get<Lines>(`${pathOf(message, file)}/lines`, signal),
  staleTime: Infinity,
  retry: false,
})

/** How a text or a table begins, small; fetched when it comes into sight. */
export function FirstLines({ message, file, onNone }: { message: Message; file: MessageFile; onNone: () => void }) {
  const place = useRef<HTMLSpanElement>(null)
  const [seen, setSeen] = useState(false)
  const found = useQuery({ ...linesQuery(message, file, language.use()), enabled: seen })
  useEffect(() => {
    if (!place.current) return
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && setSeen(true))
    watcher.observe(place.current)
    return () => watcher.disconnect()
  }, [])
  useEffect(() => {
    if (found.isError) onNone()
  }, [found.isError])
  return (
    <span className="first-lines" ref={place} data-kind={found.data?.kind} aria-hidden="true">
      {found.data?.rows.slice(0, 8).map((cells, index) => (
        <span key={index}>{cells.join(found.data.kind === "table" ? " │ " : "")}</span>
      ))}
    </span>
  )
}
