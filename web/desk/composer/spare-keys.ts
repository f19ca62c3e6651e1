import { type RefObject, useLayoutEffect } from "react"
import { awaitsLetters, isLetter } from "../shell/keys.ts"

/** What a browser tells of a letter besides the words that it made, which come as `input`. */
const TOLD = ["keydown", "keypress", "keyup", "textInput"]

/**
 * A letter typed into the field is no business of the page around it: React would walk the whole desk for each of its four events, a tenth
 * of what a letter costs. A key with a name (Enter, Escape, arrows) or a modifier goes on as ever, and so does what a keyboard composes.
 */
export function useSpareKeys(field: RefObject<HTMLTextAreaElement | null>): void {
  useLayoutEffect(() => {
    const stop = (event: Event): void => {
      if (event.target !== field.current || awaitsLetters()) return
      if (!(event instanceof KeyboardEvent) || isLetter(event)) event.stopPropagation()
    }
    for (const type of TOLD) document.addEventListener(type, stop, true)
    return () => {
      for (const type of TOLD) document.removeEventListener(type, stop, true)
    }
  }, [field])
}
