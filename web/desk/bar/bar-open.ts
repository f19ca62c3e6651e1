import { newStore } from "../api/store.ts"

/** Whether the command bar is shown. */
export const barOpen = newStore(false)

let early = ""

/** Keys pressed after the bar was called and before it is there are its first letters, not the page's shortcuts. */
export function typeEarly(event: KeyboardEvent): void {
  if (event.key === "Escape") barOpen.set(false)
  else if (event.key === "Backspace") early = early.slice(0, -1)
  else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) early += event.key
  else return
  event.preventDefault()
}

export function takeEarly(): string {
  const typed = early
  early = ""
  return typed
}
