import type { KeyboardEvent, PointerEvent } from "react"

let typed = ""
/** The list that was typed into: letters for one mean nothing in the next. */
let into: EventTarget | null = null
let forget: ReturnType<typeof setTimeout> | undefined

/** Arrows, Home, End and the first letters move the focus among the items of a list; Enter and Space take the one that has it. */
export function among(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (into !== event.currentTarget) typed = ""
  into = event.currentTarget
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role]:not([aria-disabled=true])")]
  const at = items.findIndex((item) => item === document.activeElement)
  const next = wanted(event.key, items, at)
  if (next) next.focus()
  else if (event.key === "Enter" || (event.key === " " && !typed)) items[at]?.click()
  else return
  event.preventDefault()
}

function wanted(key: string, items: readonly HTMLElement[], at: number): HTMLElement | undefined {
  const around = (index: number): HTMLElement | undefined => items[(index + items.length) % items.length]
  if (key === "ArrowDown") return around(at + 1)
  if (key === "ArrowUp") return around(at < 0 ? -1 : at - 1)
  if (key === "Home") return items[0]
  if (key === "End") return items.at(-1)
  if (key.length !== 1 || (key === " " && !typed)) return undefined
  clearTimeout(forget)
  forget = setTimeout(() => (typed = ""), 800)
  typed += key
  const from = typed.length === 1 ? at + 1 : Math.max(0, at)
  return [...items.slice(from), ...items.slice(0, from)].find((item) => begins(item.textContent, typed))
}

const begins = (words: string, letters: string): boolean =>
  words.trim().slice(0, letters.length).localeCompare(letters, undefined, { sensitivity: "base" }) === 0

/** The item under a pointer that moves takes the focus; one that a list opened under, and lies still, takes nothing from the keys. */
export function followPointer({ currentTarget, movementX, movementY }: PointerEvent<HTMLElement>): void {
  if (movementX !== 0 || movementY !== 0) currentTarget.focus({ preventScroll: true })
}
