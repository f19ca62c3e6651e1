import { Link } from "@tanstack/react-router"
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
  const place = useRef<HTMLDivElement>(null)
  const retry = useEffectEvent(again)
  useEffect(() => {
    const online = (): void => retry()
    addEventListener("online", online)
    return () => removeEventListener("online", online)
  }, [])
  useEffect(() => {
    const before = document.activeElement
    if (over) place.current?.querySelector("button")?.focus()
    return () => void (over && before instanceof HTMLElement && before.focus())
  }, [over])
  const said = (
    <div
      className="failed"
      data-over={over || undefined}
      ref={place}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !leave) return
        event.preventDefault()
        leave()
      }}
    >
      <Wrong>{missing ? say("part.missing") : say("part.broken")}</Wrong>
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
