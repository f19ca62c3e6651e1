import { Link, useRouter } from "@tanstack/react-router"
import { useEffect, useEffectEvent, useRef } from "react"
import { useWords } from "../words/use-words.ts"
import { Button } from "./button.tsx"
import { Wrong } from "./wrong.tsx"

interface Props {
  /** It couldn't be fetched; else it broke. */
  missing: boolean
  again: () => void
  /** It would have lain over the page, and the keys were its own. */
  over?: boolean | undefined
  /** It is all there is to see. */
  page?: boolean | undefined
  leave?: (() => void) | undefined
}

/** In place of a part of the desk that isn't there. Once the line is back it is tried again by itself. */
export function PartAmiss({ missing, again, over, page, leave }: Props) {
  const { say } = useWords()
  const router = useRouter()
  const place = useRef<HTMLDivElement>(null)
  const retry = useEffectEvent(again)
  useEffect(() => {
    const online = (): void => retry()
    addEventListener("online", online)
    return () => removeEventListener("online", online)
  }, [])
  // What breaks on one page stands on the next: a route's component stays where it is.
  useEffect(() => (over ? undefined : router.subscribe("onResolved", ({ hrefChanged }) => hrefChanged && retry())), [router, over])
  useEffect(() => {
    const before = document.activeElement
    if (over) place.current?.querySelector("button")?.focus()
    return () => void (over && before instanceof HTMLElement && before.focus())
  }, [over])
  const words = missing ? say("part.missing") : say("part.broken")
  const said = (
    <div
      className="failed"
      role={over ? "dialog" : undefined}
      aria-label={over ? words : undefined}
      data-over={over || undefined}
      ref={place}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !leave) return
        event.preventDefault()
        leave()
      }}
    >
      <Wrong>{words}</Wrong>
      <div className="failed-ways">
        <Button icon="retry" onPress={again}>
          {say("act.again")}
        </Button>
        <Button kind="quiet" onPress={() => location.reload()}>
          {say("newer.reload")}
        </Button>
        {leave && (
          <Button kind="quiet" onPress={leave}>
            {say("act.close")}
          </Button>
        )}
        {page && (
          <Link className="link" to="/cases" search={{ view: "mine" }}>
            {say("notHere.back")}
          </Link>
        )}
      </div>
    </div>
  )
  if (!page) return said
  return (
    <main className="alone">
      <h1 className="unseen">Vigie</h1>
      {said}
    </main>
  )
}
