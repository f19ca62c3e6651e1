import { Link, useLocation } from "@tanstack/react-router"
import { useEffect, useRef } from "react"
import { useWords } from "../words/use-words.ts"

/** The parts of listening. */
export function ListeningNav() {
  const { say } = useWords()
  const { pathname } = useLocation()
  const part = /^\/listening\/(mentions|answers|alarms|sources)(\/|$)/.exec(pathname)?.[1] ?? "watches"
  const parts = useRef<HTMLElement>(null)
  // Where there isn't room for all of them, the one that is open is in sight.
  useEffect(() => {
    parts.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" })
  }, [part])
  const here = (name: string) => ({ "aria-current": part === name ? ("page" as const) : undefined, className: "listening-part" })
  return (
    <nav className="listening-parts" ref={parts} aria-label={say("listen.parts")}>
      <Link to="/listening" activeOptions={{ exact: true }} {...here("watches")} activeProps={{}}>
        {say("listen.watches")}
      </Link>
      <Link to="/listening/mentions" search={{}} {...here("mentions")} activeProps={{}}>
        {say("listen.mentions")}
      </Link>
      <Link to="/listening/answers" search={{}} {...here("answers")} activeProps={{}}>
        {say("listen.answers")}
      </Link>
      <Link to="/listening/alarms" {...here("alarms")} activeProps={{}}>
        {say("listen.alarms")}
      </Link>
      <Link to="/listening/sources" {...here("sources")} activeProps={{}}>
        {say("listen.sources")}
      </Link>
    </nav>
  )
}
