import { type RefObject, useEffect, useRef, useState } from "react"
import { type Fields, fieldsOf, putBack } from "./form-fields.ts"
import { forgetAt, keepAt, keptAt, placeOf, settleAt } from "./kept-typing.ts"

/** Between the last key and the keeping. */
const PAUSE = 150

interface Typing {
  /** Under which name it is kept. */
  place: string | null
  /** Something that was typed before is here again. */
  isBack: boolean
  /** It was sent. */
  settle: () => void
  /** It isn't wanted any more. */
  forget: () => void
}

/** Keeps what is typed in a form in this browser until it is sent, and brings it back where it wasn't. */
export function useTyping(form: RefObject<HTMLFormElement | null>, name: string, round: number): Typing {
  const [place] = useState(() => placeOf(name))
  const [isBack, setBack] = useState(() => Object.keys(keptAt(place).parts).length > 0)
  const now = useRef({ rest: () => {} })
  useEffect(() => {
    const element = form.current
    if (!element || place === null) return
    let first = fieldsOf(element)
    let waiting: Fields = { ...keptAt(place).fields }
    let timer = 0
    const restore = (): void => {
      const seen = fieldsOf(element)
      first = { ...seen, ...first }
      for (const field of Object.keys(waiting).filter((one) => one in seen)) {
        const { [field]: values = [], ...rest } = waiting
        waiting = rest
        if (values.join("\n") === seen[field]?.join("\n")) continue
        putBack(element, field, values)
        setBack(true)
      }
    }
    const keep = (): void => {
      timer = 0
      const changed = Object.entries(fieldsOf(element)).filter(([field, values]) => values.join("\n") !== first[field]?.join("\n"))
      const fields = { ...waiting, ...Object.fromEntries(changed) }
      if (Object.keys(fields).length + Object.keys(keptAt(place).fields).length > 0) keepAt(place, { fields })
    }
    const typed = (): void => {
      clearTimeout(timer)
      timer = window.setTimeout(keep, PAUSE)
    }
    now.current.rest = () => {
      clearTimeout(timer)
      timer = 0
      first = fieldsOf(element)
    }
    restore()
    const watcher = new MutationObserver(restore)
    watcher.observe(element, { childList: true, subtree: true })
    element.addEventListener("input", typed)
    element.addEventListener("click", typed)
    return () => {
      watcher.disconnect()
      element.removeEventListener("input", typed)
      element.removeEventListener("click", typed)
      if (!timer) return
      clearTimeout(timer)
      keep()
    }
  }, [form, place, round])
  const end = (how: (place: string | null) => void) => (): void => {
    now.current.rest()
    how(place)
    setBack(false)
  }
  return { place, isBack, settle: end(settleAt), forget: end(forgetAt) }
}
