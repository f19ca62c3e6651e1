import { useEffect, useRef } from "react"
import { newStore } from "../api/store.ts"

const KEPT = "vigie.letters"

/** Single letters as shortcuts can be turned off (WCAG 2.1.4): speech input types letters. */
export const letters = newStore(localStorage.getItem(KEPT) !== "off")

export function allowLetters(on: boolean): void {
  localStorage.setItem(KEPT, on ? "on" : "off")
  letters.set(on)
}

/** What each key does while this component is there. A later component's keys come before an earlier one's. */
export type Keys = Readonly<Record<string, (() => void) | undefined>>

const layers: { current: Keys }[] = []

export function useKeys(keys: Keys): void {
  const layer = useRef(keys)
  useEffect(() => {
    layer.current = keys
  })
  useEffect(() => {
    layers.push(layer)
    return () => void layers.splice(layers.indexOf(layer), 1)
  }, [])
}

/** Whether the person is writing, or choosing in a menu or a dialog, where letters mean letters. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], [role=menu], [role=listbox], [role=dialog]") !== null
  )
}

addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  if (!letters.get() || isTyping(event.target) || document.querySelector(".modal, .menu")) return
  const act = layers.findLast((layer) => layer.current[event.key])?.current[event.key]
  if (!act) return
  event.preventDefault()
  act()
})
