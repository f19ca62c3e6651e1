import { useEffect, useRef, useState, type KeyboardEvent } from "react"
import { type Called, calledAt } from "./called.ts"
import type { Around, CaretSource, Offer } from "./caret-source.ts"
import { caretSource } from "./caret-sources.ts"

export interface Offered {
  called: Called
  source: CaretSource
  offers: readonly Offer[]
  chosen: number
}

export interface CaretListState {
  offered: Offered | null
  /** The text or the caret has changed. */
  look: (text: string, caret: number) => void
  /** Whether the key was for the list. */
  key: (event: KeyboardEvent) => boolean
  take: (offer: Offer) => void
  point: (chosen: number) => void
  close: () => void
}

/** No more lines than this: one types on to find the rest. */
const MOST = 8

/** The one list that opens under the caret, whatever sign called it; arrows move in it, Enter or Tab takes, Escape closes it. */
export function useCaretList(around: Around, replace: (called: Called, text: string) => void): CaretListState {
  const [offered, setOffered] = useState<Offered | null>(null)
  const asked = useRef(0)
  /** Where a sign stands that the person has refused a list for. */
  const refused = useRef<number | null>(null)
  useEffect(() => () => void asked.current++, [])

  const look = (text: string, caret: number): void => {
    const called = calledAt(text, caret)
    const mine = ++asked.current
    if (called?.from !== refused.current) refused.current = null
    if (!called || refused.current !== null) return setOffered(null)
    void offersFor(called, around).then(
      (found) => {
        if (mine !== asked.current) return
        setOffered(found && { ...found, called, chosen: 0 })
      },
      () => mine === asked.current && setOffered(null), // nothing to offer: the sign is a sign
    )
  }
  const close = (): void => {
    asked.current++
    refused.current = offered?.called.from ?? null
    setOffered(null)
  }
  const take = (offer: Offer): void => {
    if (!offered) return
    const { called, source } = offered
    asked.current++
    setOffered(null)
    void source.insert(offer, around).then((text) => text && replace(called, text), close)
  }
  const move = (by: number): void =>
    setOffered((now) => now && { ...now, chosen: (now.chosen + by + now.offers.length) % Math.max(1, now.offers.length) })
  const key = (event: KeyboardEvent): boolean => {
    if (!offered || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false
    const offer = offered.offers[offered.chosen]
    if (event.key === "Escape") close()
    else if (!offer) return false
    else if (event.key === "ArrowDown") move(1)
    else if (event.key === "ArrowUp") move(-1)
    else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey) take(offer)
    else return false
    event.preventDefault()
    return true
  }
  return { offered, look, key, take, close, point: (chosen) => setOffered((now) => now && { ...now, chosen }) }
}

async function offersFor(called: Called, around: Around): Promise<Pick<Offered, "source" | "offers"> | null> {
  const source = await caretSource(called.sign)
  if (!source.kinds.includes(around.kind) || called.typed.length < source.least) return null
  const offers = (await source.search(called.typed, around)).slice(0, MOST)
  return offers.length > 0 || (source.none && !called.typed.includes(" ")) ? { source, offers } : null
}
