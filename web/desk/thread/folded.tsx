import { useState } from "react"
import type { OneCase } from "../api/types.ts"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"
import type { Happened } from "./blocks.ts"
import { Event } from "./event.tsx"
import { useEventWords } from "./event-words.ts"

/** Several lines as one, which says the last of them; opened, all. */
export function Folded({ items, one }: { items: readonly Happened[]; one: OneCase }) {
  const { say } = useWords()
  const words = useEventWords(one)
  const [open, setOpen] = useState(false)
  const last = items.at(-1)
  return (
    <>
      <p className="event event-folded">
        <button type="button" className="fold" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name={open ? "down" : "right"} />
          {say("event.folded", { count: items.length })}
        </button>
        {!open && last && <span className="fold-last">{words(last)}</span>}
      </p>
      {open && items.map((item) => <Event key={item.id} item={item} one={one} />)}
    </>
  )
}
