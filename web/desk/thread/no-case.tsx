import { useSearch } from "@tanstack/react-router"
import { useEffect } from "react"
import { Caps } from "../parts/caps.tsx"
import { Empty } from "../parts/empty.tsx"
import { Mark } from "../shell/mark.tsx"
import { useKeyOf } from "../shell/my-keys.ts"
import type { CommandId } from "../shell/commands.ts"
import { useWords } from "../words/use-words.ts"
import { latePart } from "../parts/late-part.tsx"

const HELPFUL = ["list.next", "desk.bar", "desk.help"] as const

/** The list comes first; then, while it is read or as soon as somebody reaches for it, what shows the case that will be opened. */
const SOON = 4000

const ContactWords = latePart(async () => (await import("../ties/contact-words.tsx")).ContactWords)

export function NoCase() {
  const { say } = useWords()
  const { contact } = useSearch({ from: "/cases" })
  useEffect(() => {
    const fetch = (): void => void import("./case-pane.tsx").catch(() => {}) // asked for again when a case is opened
    const timer = setTimeout(fetch, SOON)
    const stop = new AbortController()
    for (const reaches of ["pointermove", "pointerdown", "keydown"]) addEventListener(reaches, fetch, { once: true, signal: stop.signal })
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [])
  return (
    <div className="no-case">
      <Mark />
      <Empty title={say("thread.none")}>
        <ul className="no-case-keys">
          {HELPFUL.map((id) => (
            <Key key={id} id={id} />
          ))}
        </ul>
      </Empty>
      {contact && <ContactWords contactId={contact} />}
    </div>
  )
}

function Key({ id }: { id: CommandId }) {
  const { say } = useWords()
  const keys = useKeyOf(id)
  return (
    keys && (
      <li>
        <Caps keys={keys} /> {say(`command.${id}`)}
      </li>
    )
  )
}
