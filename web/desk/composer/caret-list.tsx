import { useLayoutEffect, useRef, useState } from "react"
import { Icon } from "../parts/icon.tsx"
import type { Words } from "../words/use-words.ts"
import type { CaretListState } from "./caret/use-caret-list.ts"

interface Props {
  id: string
  list: CaretListState
  words: Words
  /** Where the caret is on the screen; asked when the list opens. */
  caretAt: (position: number) => DOMRect | null
}

/** The list under the caret: above it where there is no room below. The text keeps the focus; what is chosen is told by its id. */
export function CaretList({ id, list, words, caretAt }: Props) {
  const { offered, take, point } = list
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null)
  const from = offered?.called.from
  const count = offered?.offers.length
  useLayoutEffect(() => {
    const caret = from === undefined ? null : caretAt(from)
    const own = box.current?.getBoundingClientRect()
    if (!caret || !own) return setPlace(null)
    const below = caret.bottom + GAP
    const fitsBelow = below + own.height < innerHeight
    setPlace({
      left: Math.max(GAP, Math.min(caret.left, innerWidth - own.width - GAP)),
      top: fitsBelow ? below : Math.max(GAP, caret.top - own.height - GAP),
    })
  }, [from, count])
  useLayoutEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" })
  }, [offered?.chosen])
  if (!offered) return null
  const { source, offers, chosen } = offered
  return (
    <div className="caret-list" ref={box} style={place ?? HIDDEN} data-caret-list>
      {offers.length === 0 && <p className="caret-none">{source.none?.(words)}</p>}
      <ul role="listbox" id={id} aria-label={source.label(words)}>
        {offers.map((offer, index) => (
          <li
            key={offer.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            onPointerMove={() => point(index)}
            onPointerDown={(event) => {
              event.preventDefault() // the text keeps the focus
              take(offer)
            }}
          >
            <span className="menu-icon">{offer.glyph ?? (offer.icon && <Icon name={offer.icon} />)}</span>
            <span className="caret-words">{offer.words}</span>
            {offer.detail && <span className="caret-detail">{offer.detail}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

const GAP = 4
const HIDDEN = { left: 0, top: 0, visibility: "hidden" } as const
