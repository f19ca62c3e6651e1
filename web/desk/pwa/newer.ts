import { useEffect } from "react"
import { connection } from "../api/feed.ts"
import { newStore } from "../api/store.ts"

const HOUR = 3_600_000
/** What has just come in isn't old. */
const SOON = 5000

/** Whether the server has a newer desk than the one that runs here. */
export const newer = newStore(false)

/** Looks each hour, and when the line is back: a server that was away may have been renewed. */
export function useNewer(): void {
  const line = connection.use()
  useEffect(() => {
    if (line !== "live") return
    const soon = setTimeout(() => void look(), SOON)
    const timer = setInterval(() => void look(), HOUR)
    return () => {
      clearTimeout(soon)
      clearInterval(timer)
    }
  }, [line])
}

async function look(): Promise<void> {
  const running = document.querySelector<HTMLScriptElement>('script[type="module"][src^="/assets/"]')?.getAttribute("src")
  if (!running || newer.get()) return
  const answer = await fetch("/", { cache: "no-store" }).catch(() => null) // no line: asked again when it is back
  if (answer?.ok && !(await answer.text()).includes(running)) newer.set(true)
}
