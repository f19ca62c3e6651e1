import { useEffect, useEffectEvent, useRef, useState } from "react"
import { Caps } from "../../parts/caps.tsx"
import { strokeOf } from "../../shell/strokes.ts"
import { useWords } from "../../words/use-words.ts"

/** A second letter may follow this soon: then they are pressed one after the other. */
const FOLLOWS = 900

/** Takes the next keys that are pressed. Escape, or going elsewhere, leaves things as they were. */
export function RecordKeys({ label, onKeys, onLeave }: { label: string; onKeys: (keys: string) => void; onLeave: () => void }) {
  const { say } = useWords()
  const [keys, setKeys] = useState("")
  const field = useRef<HTMLDivElement>(null)
  useEffect(() => field.current?.focus(), [])
  const done = useEffectEvent(() => {
    onKeys(keys)
    setKeys("")
  })
  useEffect(() => {
    if (!keys) return
    const timer = setTimeout(done, keys.includes(" ") || keys.includes("+") ? 0 : FOLLOWS)
    return () => clearTimeout(timer)
  }, [keys])
  return (
    <div
      className="key-record"
      ref={field}
      role="textbox"
      aria-readonly="true"
      aria-label={label}
      tabIndex={0}
      onBlur={(event) => {
        if (!event.relatedTarget?.closest(".key-row")) onLeave()
      }}
      onKeyDown={(event) => {
        if (event.key === "Tab") return
        event.preventDefault()
        event.stopPropagation()
        if (event.key === "Escape") return onLeave()
        const stroke = strokeOf(event.nativeEvent)
        if (stroke !== null) setKeys((now) => (now && !now.includes(" ") && !stroke.includes("+") ? `${now} ${stroke}` : stroke))
      }}
    >
      {keys ? <Caps keys={keys} /> : say("keys.press")}
    </div>
  )
}
